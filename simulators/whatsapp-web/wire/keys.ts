/** X25519 keys as 32 raw bytes, which is how WhatsApp writes them, on Node's own crypto. */
import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from "node:crypto";

export interface RawKeyPair {
  privateKey: Buffer;
  publicKey: Buffer;
}

// What comes before the 32 bytes in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410).
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b656e04220420", "hex");
const PUBLIC_PREFIX = Buffer.from("302a300506032b656e032100", "hex");
const KEY_BYTES = 32;

export function generateKeys(): RawKeyPair {
  const { privateKey } = generateKeyPairSync("x25519");
  return keysOf(privateKey.export({ format: "der", type: "pkcs8" }).subarray(-KEY_BYTES));
}

/** The pair of a private key of 32 bytes. */
export function keysOf(privateKey: Uint8Array): RawKeyPair {
  const spki = createPublicKey(privateObject(privateKey)).export({ format: "der", type: "spki" });
  return { privateKey: Buffer.from(privateKey), publicKey: Buffer.from(spki.subarray(-KEY_BYTES)) };
}

/** The secret of one's own private and the other's public key. Throws when the other's is not a key. */
export function sharedSecret(privateKey: Uint8Array, publicKey: Uint8Array): Buffer {
  const other = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, publicKey]), format: "der", type: "spki" });
  return diffieHellman({ privateKey: privateObject(privateKey), publicKey: other });
}

function privateObject(privateKey: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, privateKey]), format: "der", type: "pkcs8" });
}
