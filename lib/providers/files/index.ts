import { join } from "node:path";
import { type Env, env } from "../../config/env.ts";
import { diskStore } from "./disk/store.ts";
import { s3Store } from "./s3/store.ts";
import type { FileStore } from "./types.ts";

/** Where files are kept: a folder of this machine (by default in DATA_DIR), or a bucket, as FILES_URL says. */
export function createFileStore(env: Env): FileStore {
  const place = env.FILES_URL ?? { kind: "disk", folder: join(env.DATA_DIR, "files") };
  switch (place.kind) {
    case "disk":
      return diskStore(place.folder);
    case "s3":
      return s3Store(place, {
        accessKeyId: env.AWS_ACCESS_KEY_ID,
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
        sessionToken: env.AWS_SESSION_TOKEN,
      });
    default:
      return place satisfies never;
  }
}

const cache: { store?: FileStore } = {};

/** This process's own. */
export function fileStore(): FileStore {
  cache.store ??= createFileStore(env());
  return cache.store;
}
