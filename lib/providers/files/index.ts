import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Env, env } from "../../config/env.ts";
import { diskStore } from "./disk/store.ts";
import type { FileStore } from "./types.ts";

/** Where files are kept: a folder of this machine (FILES_URL, by default in DATA_DIR). */
export function createFileStore({ FILES_URL, DATA_DIR }: Env): FileStore {
  return diskStore(FILES_URL === undefined ? join(DATA_DIR, "files") : fileURLToPath(FILES_URL));
}

const cache: { store?: FileStore } = {};

/** This process's own. */
export function fileStore(): FileStore {
  cache.store ??= createFileStore(env());
  return cache.store;
}
