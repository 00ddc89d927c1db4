/**
 * The server's half of Noise_XX_25519_AESGCM_SHA256 as WhatsApp plays it (https://noiseprotocol.org/noise.html):
 * -> e, <- e ee s es (with the certificates as payload), -> s se (with the client's login as payload).
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from "node:crypto";
import { generateKeys, type RawKeyPair, sharedSecret } from "./keys.ts";

const PROTOCOL_NAME = Buffer.from("Noise_XX_25519_AESGCM_SHA256\0\0\0\0");
const TAG_BYTES = 16;
const NOTHING = Buffer.alloc(0);

export interface ServerHello {
  ephemeral: Buffer;
  static: Buffer;
  payload: Buffer;
}

export class NoiseHandshake {
  readonly #static: RawKeyPair;
  readonly #ephemeral = generateKeys();
  #hash: Buffer = PROTOCOL_NAME;
  #salt: Buffer = PROTOCOL_NAME;
  #key: Buffer = PROTOCOL_NAME;
  #counter = 0;

  /** `prologue` is the header that the client has sent before its first message. */
  constructor(serverStatic: RawKeyPair, prologue: Uint8Array) {
    this.#static = serverStatic;
    this.#authenticate(prologue);
  }

  /** Answers the client's first message with our keys and certificates. */
  hello(clientEphemeral: Uint8Array, certificates: Uint8Array): ServerHello {
    this.#authenticate(clientEphemeral);
    this.#authenticate(this.#ephemeral.publicKey);
    this.#mix(sharedSecret(this.#ephemeral.privateKey, clientEphemeral));
    const encryptedStatic = this.#seal(this.#static.publicKey);
    this.#mix(sharedSecret(this.#static.privateKey, clientEphemeral));
    return { ephemeral: this.#ephemeral.publicKey, static: encryptedStatic, payload: this.#seal(certificates) };
  }

  /** Opens the client's last message: who it is and what it wants. Throws when it is not from the same client. */
  finish(encryptedStatic: Uint8Array, encryptedPayload: Uint8Array): { clientStatic: Buffer; payload: Buffer } {
    const clientStatic = this.#open(encryptedStatic);
    this.#mix(sharedSecret(this.#ephemeral.privateKey, clientStatic));
    return { clientStatic, payload: this.#open(encryptedPayload) };
  }

  /** The two ciphers for everything after the handshake. */
  transport(): NoiseTransport {
    const [fromClient, toClient] = this.#derive(NOTHING);
    return new NoiseTransport(fromClient, toClient);
  }

  #authenticate(data: Uint8Array): void {
    this.#hash = createHash("sha256").update(this.#hash).update(data).digest();
  }

  #derive(secret: Uint8Array): [Buffer, Buffer] {
    const keys = Buffer.from(hkdfSync("sha256", secret, this.#salt, NOTHING, 64));
    return [keys.subarray(0, 32), keys.subarray(32)];
  }

  #mix(secret: Uint8Array): void {
    [this.#salt, this.#key] = this.#derive(secret);
    this.#counter = 0;
  }

  #seal(plain: Uint8Array): Buffer {
    const sealed = seal(this.#key, this.#counter++, this.#hash, plain);
    this.#authenticate(sealed);
    return sealed;
  }

  #open(sealed: Uint8Array): Buffer {
    const plain = open(this.#key, this.#counter++, this.#hash, sealed);
    this.#authenticate(sealed);
    return plain;
  }
}

export class NoiseTransport {
  readonly #fromClient: Buffer;
  readonly #toClient: Buffer;
  #read = 0;
  #written = 0;

  constructor(fromClient: Buffer, toClient: Buffer) {
    this.#fromClient = fromClient;
    this.#toClient = toClient;
  }

  encrypt(plain: Uint8Array): Buffer {
    return seal(this.#toClient, this.#written++, NOTHING, plain);
  }

  decrypt(sealed: Uint8Array): Buffer {
    return open(this.#fromClient, this.#read++, NOTHING, sealed);
  }
}

function seal(key: Buffer, counter: number, authenticated: Buffer, plain: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce(counter));
  cipher.setAAD(authenticated);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, counter: number, authenticated: Buffer, sealed: Uint8Array): Buffer {
  if (sealed.length < TAG_BYTES) throw new Error("a Noise message is too short to be sealed");
  const decipher = createDecipheriv("aes-256-gcm", key, nonce(counter));
  decipher.setAAD(authenticated);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
}

function nonce(counter: number): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeUInt32BE(counter, 8);
  return iv;
}
