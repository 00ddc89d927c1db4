/** Media of messages: encrypted and put on the media host when a phone sends them, fetched when it gets them. */
import { z } from "zod";
import { decryptMedia, encryptMedia, type MediaKind, sha256 } from "../media/cipher.ts";
import type { MediaHost } from "../media/host.ts";
import type { proto } from "../wire/baileys.ts";
import { kindOf, mediaIn } from "./content.ts";
import type { SeenMedia } from "./inbox.ts";

const base64 = z.base64().transform((text) => Buffer.from(text, "base64"));

/** A file that somebody sends; `voice` is an audio that was recorded in the app. */
export const attachmentSchema = z.strictObject({
  kind: z.enum(["image", "video", "audio", "voice", "document", "sticker"]),
  mimetype: z.string(),
  base64,
  caption: z.string().optional(),
  fileName: z.string().optional(),
  seconds: z.number().int().min(0).optional(),
  /** Filled up with zeros to so many bytes: a door takes no large file. */
  size: z
    .number()
    .int()
    .max(64 * 1024 * 1024)
    .default(0),
});
export type Attachment = z.output<typeof attachmentSchema>;

/** Encrypts it, uploads it, and returns the message that carries its address and key. */
export function attach(host: MediaHost, attachment: Attachment): proto.IMessage {
  const { kind, mimetype, caption, fileName, seconds } = attachment;
  const content = filled(attachment);
  const mediaKind: MediaKind = kind === "voice" ? "audio" : kind;
  const { bytes, mediaKey, fileSha256, fileEncSha256 } = encryptMedia(mediaKind, content);
  const file = {
    ...host.keep(mediaKind, bytes),
    mimetype,
    mediaKey,
    fileSha256,
    fileEncSha256,
    fileLength: content.length,
    mediaKeyTimestamp: Math.floor(Date.now() / 1000),
  };
  switch (kind) {
    case "image":
      return { imageMessage: { ...file, caption: caption ?? null } };
    case "video":
      return { videoMessage: { ...file, caption: caption ?? null, seconds: seconds ?? null } };
    case "audio":
    case "voice":
      return { audioMessage: { ...file, seconds: seconds ?? null, ptt: kind === "voice" } };
    case "document":
      return { documentMessage: { ...file, caption: caption ?? null, fileName: fileName ?? null } };
    case "sticker":
      return { stickerMessage: file };
    default:
      return kind satisfies never;
  }
}

function filled({ base64: bytes, size }: Attachment): Buffer {
  return size > bytes.length ? Buffer.concat([bytes], size) : bytes;
}

/** What is attached to a message that came, decrypted. Without content when the file is not on the host, or spoilt. */
export function fetchAttachment(host: MediaHost, message: proto.IMessage): SeenMedia | null {
  const media = mediaIn(message);
  if (!media) return null;
  const fileName = message.documentMessage?.fileName ?? null;
  const seen = { mimetype: media.mimetype ?? "", bytes: Number(media.fileLength ?? 0), fileName, base64: null };
  const encrypted = host.get(media.directPath ?? "");
  const kind = attachmentKind(message);
  if (!encrypted || !media.mediaKey || !media.fileSha256 || !kind) return seen;
  try {
    const plain = decryptMedia(kind, media.mediaKey, encrypted);
    return sha256(plain).equals(media.fileSha256) ? { ...seen, base64: plain.toString("base64") } : seen;
  } catch {
    return seen;
  }
}

function attachmentKind(message: proto.IMessage): MediaKind | undefined {
  const kinds = ["image", "video", "audio", "document", "sticker"] as const;
  return kinds.find((kind) => kind === kindOf(message));
}
