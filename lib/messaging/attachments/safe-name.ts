import { cut } from "../../hebrew/cut.ts";

/** A file's name as it may be shown and saved: no path, no direction marks, no control characters, not too long. */
export function safeName(name: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/[\\/:*?"<>|]+/g, "_")
    .replace(/^\.+/, "")
    .trim();
  return cut(safe, 120);
}
