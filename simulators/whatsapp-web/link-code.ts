/**
 * Pairing by a code of eight characters instead of a QR: phone and client send each other ephemeral keys that are
 * encrypted with the code, and derive from them the secret that a QR would have carried.
 */
import { createCipheriv, createDecipheriv, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";
import type { BinaryNode } from "./wire/baileys.ts";
import { parseJid } from "./wire/jids.ts";
import { generateKeys, type RawKeyPair, sharedSecret } from "./wire/keys.ts";
import { bytesOf, childOf, epochSeconds, FROM_SERVER, node } from "./wire/nodes.ts";

const ITERATIONS = 131_072;
const TAG_BYTES = 16;

export class LinkCode {
  /** The phone number that the client says it belongs to, in digits. */
  readonly user: string;
  readonly #wrapped: Buffer;
  readonly #ref = randomBytes(32);
  readonly #ephemeral = generateKeys();
  #companionEphemeral: Buffer | undefined;

  constructor(hello: BinaryNode) {
    this.user = parseJid(hello.attrs.jid)?.user ?? "";
    this.#wrapped = bytesOf(childOf(hello, "link_code_pairing_wrapped_companion_ephemeral_pub"));
  }

  /** What the client is answered when it shows the code. */
  answer(): BinaryNode {
    return node("link_code_companion_reg", { stage: "companion_hello" }, [
      node("link_code_pairing_ref", {}, this.#ref),
    ]);
  }

  /** What the client is told once somebody has typed a code. With another code than it shows, nothing will fit. */
  typed(phone: RawKeyPair, code: string, id: string): BinaryNode {
    const companionKey = codeKey(code, this.#wrapped.subarray(0, 32));
    this.#companionEphemeral = aesCtr(companionKey, this.#wrapped.subarray(32, 48), this.#wrapped.subarray(48, 80));
    const salt = randomBytes(32);
    const iv = randomBytes(16);
    const wrapped = Buffer.concat([salt, iv, aesCtr(codeKey(code, salt), iv, this.#ephemeral.publicKey)]);
    const content = node("link_code_companion_reg", { stage: "primary_hello" }, [
      node("link_code_pairing_wrapped_primary_ephemeral_pub", {}, wrapped),
      node("primary_identity_pub", {}, phone.publicKey),
      node("link_code_pairing_ref", {}, this.#ref),
    ]);
    return node("notification", { from: FROM_SERVER, id, type: "link_code_companion_reg", t: epochSeconds() }, [
      content,
    ]);
  }

  /** The secret that the client and this phone share now; undefined when they do not, as after a wrong code. */
  finished(finish: BinaryNode, phone: RawKeyPair, companionIdentity: Buffer): Buffer | undefined {
    const ref = bytesOf(childOf(finish, "link_code_pairing_ref"));
    if (!this.#companionEphemeral || !ref.equals(this.#ref)) return undefined;
    const shared = sharedSecret(this.#ephemeral.privateKey, this.#companionEphemeral);
    const opened = openBundle(bytesOf(childOf(finish, "link_code_pairing_wrapped_key_bundle")), shared);
    if (!opened?.subarray(0, 64).equals(Buffer.concat([companionIdentity, phone.publicKey]))) return undefined;
    const identities = sharedSecret(phone.privateKey, companionIdentity);
    const material = Buffer.concat([shared, identities, opened.subarray(64)]);
    return Buffer.from(hkdfSync("sha256", material, Buffer.alloc(0), "adv_secret", 32));
  }
}

/** The client's identity, the phone's, and 32 random bytes. Undefined when it was sealed with other keys. */
function openBundle(wrapped: Buffer, shared: Buffer): Buffer | undefined {
  const info = "link_code_pairing_key_bundle_encryption_key";
  const key = Buffer.from(hkdfSync("sha256", shared, wrapped.subarray(0, 32), info, 32));
  const decipher = createDecipheriv("aes-256-gcm", key, wrapped.subarray(32, 44));
  decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(44, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function codeKey(code: string, salt: Uint8Array): Buffer {
  return pbkdf2Sync(code, salt, ITERATIONS, 32, "sha256");
}

/** Encrypting and decrypting are the same. */
function aesCtr(key: Buffer, iv: Uint8Array, data: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-ctr", key, iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}
