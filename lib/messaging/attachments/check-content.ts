/** What a file really is, by its content: neither its name nor what its sender says of it counts. */
import { fileTypeFromBuffer } from "file-type";
import type { AttachmentKind, AttachmentReason, MessageContent } from "../schemas/content.ts";
import { contactsIn } from "./contact-card.ts";

export type FileVerdict =
  | FileTaken
  /** No file to be kept: what it says is a message of its own. */
  | (MessageContent & { ok: true; kind: "contact" })
  | { ok: false; reason: Extract<AttachmentReason, "not_what_it_says" | "kind_not_taken" | "empty" | "too_large"> };
export interface FileTaken {
  ok: true;
  kind: AttachmentKind;
  contentType: string;
  extension: string;
}

/** No more of one file is taken; WhatsApp itself allows 16 MB of pictures, sounds and films. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** Contacts with their pictures; whatever is larger is none. */
const MOST_CARD_BYTES = 1024 * 1024;

const TAKEN: Record<string, AttachmentKind> = {
  "image/jpeg": "image",
  "image/png": "image",
  "image/gif": "image",
  "image/webp": "image",
  "audio/ogg": "audio",
  "audio/opus": "audio",
  "audio/mpeg": "audio",
  "audio/mp4": "audio",
  "audio/x-m4a": "audio",
  "audio/aac": "audio",
  "audio/amr": "audio",
  "audio/wav": "audio",
  "video/mp4": "video",
  "video/3gpp": "video",
  "video/quicktime": "video",
  "application/pdf": "document",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "document",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "document",
};

/** `said`: what the file is said to be; a picture that is no picture is refused, and so is what nobody should open. */
export async function checkContent(bytes: Uint8Array, said: AttachmentKind): Promise<FileVerdict> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  const found = await fileTypeFromBuffer(bytes);
  if (!found) {
    if (said !== "document" || !isPlainText(bytes)) return { ok: false, reason: "not_what_it_says" };
    return { ok: true, kind: "document", contentType: "text/plain", extension: "txt" };
  }
  const contentType = found.mime.split(";")[0] ?? found.mime;
  if (contentType === "text/vcard" && said === "document") return readCards(bytes);
  const kind = TAKEN[contentType];
  if (kind === undefined) return { ok: false, reason: said === "document" ? "kind_not_taken" : "not_what_it_says" };
  const same = kind === said || (said === "sticker" && kind === "image") || said === "document";
  if (!same) return { ok: false, reason: "not_what_it_says" };
  return { ok: true, kind: said === "sticker" ? "sticker" : kind, contentType, extension: found.ext };
}

function readCards(bytes: Uint8Array): FileVerdict {
  if (bytes.length > MOST_CARD_BYTES) return { ok: false, reason: "too_large" };
  if (!isPlainText(bytes)) return { ok: false, reason: "not_what_it_says" };
  const contacts = contactsIn(new TextDecoder().decode(bytes));
  return contacts.length === 0 ? { ok: false, reason: "empty" } : { ok: true, kind: "contact", contacts };
}

/** Text that a person could have written: valid UTF-8 without control characters, and no page or picture in disguise. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\n\r\t]/u.test(text) && !/^\s*<(?:!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}
