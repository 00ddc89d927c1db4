/** Secrets at rest: AES-256-GCM under ENCRYPTION_KEY. What is sealed for one place cannot be opened in another. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "../config/env.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `place` says what it is and whose: the same words are needed to open it. */
export function seal(plain: Uint8Array, place: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key(), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when it was sealed for another place, under another key, or was changed since. */
export function unseal(sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key(), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

function key(): Buffer {
  const bytes = Buffer.from(env().ENCRYPTION_KEY ?? "", "base64");
  if (bytes.length !== 32) throw new Error("ENCRYPTION_KEY must be 32 bytes in base64");
  return bytes;
}
