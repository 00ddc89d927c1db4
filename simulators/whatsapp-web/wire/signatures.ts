/**
 * Verifies the signatures that WhatsApp makes with X25519 keys (XEdDSA, https://signal.org/docs/specifications/xeddsa/).
 * Baileys' own `Curve.verify` is no help: it takes every signature of 64 bytes for good, since libsignal 6 returns what
 * it found instead of throwing it.
 */
import { createPublicKey, verify } from "node:crypto";

const ED25519_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const P = 2n ** 255n - 19n;
const SIGN_BIT = 0x80;

/** Whether the owner of an X25519 public key (32 bytes) has signed the message. */
export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const ed25519Signature = Buffer.from(signature);
  // The sign of the Edwards point travels in a bit of the signature that is always zero.
  const sign = (ed25519Signature[63] ?? 0) & SIGN_BIT;
  ed25519Signature[63] = (ed25519Signature[63] ?? 0) & ~SIGN_BIT;
  const point = edwardsPoint(publicKey);
  point[31] = (point[31] ?? 0) | sign;
  const key = createPublicKey({ key: Buffer.concat([ED25519_PREFIX, point]), format: "der", type: "spki" });
  return verify(null, message, key, ed25519Signature);
}

/** The y of the point on the Edwards curve: (u - 1) / (u + 1). */
function edwardsPoint(montgomery: Uint8Array): Buffer {
  const u = BigInt(`0x${Buffer.from(montgomery).reverse().toString("hex")}`) % P;
  const y = ((u - 1n + P) * power(u + 1n, P - 2n)) % P;
  return Buffer.from(y.toString(16).padStart(64, "0"), "hex").reverse();
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base % P, left = exponent; left > 0n; left >>= 1n, square = (square * square) % P)
    if (left & 1n) result = (result * square) % P;
  return result;
}
