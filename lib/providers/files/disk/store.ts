import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ProviderFailed } from "../../../errors.ts";
import { requireGoodKey } from "../key.ts";
import type { FileStore } from "../types.ts";

/** Files in a folder of this machine. A file is there whole or not at all: it is written aside, flushed, then renamed. */
export function diskStore(root: string): FileStore {
  const pathOf = (key: string) => {
    requireGoodKey(key);
    return join(root, key);
  };
  return {
    name: "disk",
    put: (key, bytes) =>
      guarded(async () => {
        const path = pathOf(key);
        await mkdir(dirname(path), { recursive: true });
        const aside = `${path}.${randomBytes(6).toString("hex")}`;
        const file = await open(aside, "wx", 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(aside, path);
      }),
    get: (key) =>
      guarded(async () => {
        try {
          return await readFile(pathOf(key));
        } catch (error) {
          if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
          throw error;
        }
      }),
    delete: (key) => guarded(() => rm(pathOf(key), { force: true })),
  };
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ProviderFailed) throw cause;
    throw new ProviderFailed("files", true, "the folder of files cannot be used", cause);
  }
}
