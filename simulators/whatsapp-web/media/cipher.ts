/** How WhatsApp encrypts media: AES-CBC and a short HMAC behind it, with keys derived from one that the message carries. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

const MAC_BYTES = 10;
const KEY_NAMES = {
  image: "WhatsApp Image Keys",
  sticker: "WhatsApp Image Keys",
  video: "WhatsApp Video Keys",
  audio: "WhatsApp Audio Keys",
  document: "WhatsApp Document Keys",
} as const;
export type MediaKind = keyof typeof KEY_NAMES;

export interface EncryptedMedia {
  bytes: Buffer;
  mediaKey: Buffer;
  fileSha256: Buffer;
  fileEncSha256: Buffer;
}

export function encryptMedia(kind: MediaKind, plain: Uint8Array): EncryptedMedia {
  const mediaKey = randomBytes(32);
  const { iv, cipherKey, macKey } = derived(kind, mediaKey);
  const cipher = createCipheriv("aes-256-cbc", cipherKey, iv);
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  const bytes = Buffer.concat([encrypted, macOf(macKey, iv, encrypted)]);
  return { bytes, mediaKey, fileSha256: sha256(plain), fileEncSha256: sha256(bytes) };
}

/** Throws when it was not encrypted with this key. */
export function decryptMedia(kind: MediaKind, mediaKey: Uint8Array, bytes: Buffer): Buffer {
  const { iv, cipherKey, macKey } = derived(kind, mediaKey);
  const encrypted = bytes.subarray(0, -MAC_BYTES);
  if (!macOf(macKey, iv, encrypted).equals(bytes.subarray(-MAC_BYTES))) throw new Error("media with a wrong MAC");
  const decipher = createDecipheriv("aes-256-cbc", cipherKey, iv);
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function derived(kind: MediaKind, mediaKey: Uint8Array) {
  const keys = Buffer.from(hkdfSync("sha256", mediaKey, Buffer.alloc(0), KEY_NAMES[kind], 112));
  return { iv: keys.subarray(0, 16), cipherKey: keys.subarray(16, 48), macKey: keys.subarray(48, 80) };
}

function macOf(macKey: Buffer, iv: Buffer, encrypted: Buffer): Buffer {
  return createHmac("sha256", macKey).update(iv).update(encrypted).digest().subarray(0, MAC_BYTES);
}
