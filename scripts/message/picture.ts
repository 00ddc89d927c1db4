import { existsSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import type { WrittenInput } from "#simulators/messaging/index.ts";
import { Trouble } from "../supervisor/trouble.ts";

const CONTENT_TYPES: Record<string, string> = {
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
  ".ogg": "audio/ogg",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
};

/** A file as something that goes with a message. @throws Trouble when there is none, or nobody sends such files. */
export function pictureOf(path: string): NonNullable<WrittenInput["media"]>[number] {
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()];
  if (!contentType) throw new Trouble(`${path}: only ${Object.keys(CONTENT_TYPES).join(" ")} can be sent.`);
  if (!existsSync(path)) throw new Trouble(`There is no file ${path}.`);
  return { contentType, base64: readFileSync(path).toString("base64") };
}
