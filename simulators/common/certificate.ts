/**
 * Certificates (X.509) for the simulated world: Node reads them, but makes none. RFC 5280 says what is in one, RFC 8410
 * how Ed25519 signs it, X.690 how it is written (DER).
 */
import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from "node:crypto";

export interface CertificateFields {
  subject: string;
  issuer: string;
  /** The issuer's, Ed25519. */
  signedBy: KeyObject;
  /** The subject's, the private one. */
  key: KeyObject;
  /** Seven bytes of the serial number. */
  serial: Uint8Array;
  validity: { from: Date; to: Date };
  extensions: Buffer[];
}

/** A certificate in PEM. Ed25519 signs without chance, so the same fields always give the same one. */
export function issueCertificate(fields: CertificateFields): string {
  const { subject, issuer, signedBy, key, serial, validity, extensions } = fields;
  const toSign = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    // The byte before keeps it positive, and every serial of one length.
    tlv(0x02, Buffer.concat([Buffer.from([1]), serial])),
    ED25519,
    nameOf(issuer),
    sequence(utcTime(validity.from), utcTime(validity.to)),
    nameOf(subject),
    createPublicKey(key).export({ format: "der", type: "spki" }),
    tlv(0xa3, sequence(...extensions)),
  );
  const certificate = sequence(toSign, ED25519, bitString(0, sign(null, toSign, signedBy)));
  // Lines of 64, and no empty one at the end: a PEM with one cannot be read.
  const lines = certificate.toString("base64").replace(/.{64}(?=.)/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** The Ed25519 key that this root key (32 bytes) always gives for this purpose, and seven bytes for a serial number. */
export function derivedKey(rootKey: Uint8Array, purpose: string): { key: KeyObject; serial: Buffer } {
  const seed = Buffer.from(hkdfSync("sha256", rootKey, Buffer.alloc(0), purpose, 32));
  const key = createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, seed]), format: "der", type: "pkcs8" });
  return { key, serial: seed.subarray(0, 7) };
}

/** From before this project until after it: for certificates that have to be known before they are used. */
export const LASTING = { from: new Date("2025-01-01T00:00:00Z"), to: new Date("2049-12-31T23:59:59Z") };

/** It may sign other certificates, or it may not. */
export function basicConstraints(isAuthority: boolean): Buffer {
  return extension("551d13", sequence(...(isAuthority ? [TRUE] : [])), TRUE);
}

/** What the key may sign: other certificates, or anything but those. */
export function keyUsage(use: "certificates" | "messages"): Buffer {
  // Bits from the left: 5 keyCertSign and 6 cRLSign, or 0 digitalSignature; before them, how many are not used.
  const bits =
    use === "certificates" ? bitString(1, Buffer.from([0b0000_0110])) : bitString(7, Buffer.from([0b1000_0000]));
  return extension("551d0f", bits, TRUE);
}

/** The hosts that it stands for: a name, or the four bytes of an address. */
export function hosts(...names: (string | Uint8Array)[]): Buffer {
  const written = names.map((name) => (typeof name === "string" ? tlv(0x82, Buffer.from(name)) : tlv(0x87, name)));
  return extension("551d11", sequence(...written));
}

/** By which the keys of a chain find each other: a certificate's own, and its issuer's. */
export function keyIdentifiers(key: KeyObject, issuersKey: KeyObject): Buffer[] {
  return [
    extension("551d0e", tlv(0x04, identifierOf(key))),
    extension("551d23", sequence(tlv(0x80, identifierOf(issuersKey)))),
  ];
}

function identifierOf(key: KeyObject): Buffer {
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" });
  return createHash("sha256").update(publicKey).digest().subarray(0, 20);
}

function extension(id: string, value: Buffer, critical: Buffer = Buffer.alloc(0)): Buffer {
  return sequence(oid(id), critical, tlv(0x04, value));
}

function nameOf(commonName: string): Buffer {
  return sequence(tlv(0x31, sequence(oid("550403"), tlv(0x0c, Buffer.from(commonName)))));
}

const ED25519_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const ED25519 = sequence(oid("2b6570"));
const TRUE = Buffer.from([0x01, 0x01, 0xff]);

/** A tag, a length, what is in it. */
function tlv(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: Uint8Array[]): Buffer {
  return tlv(0x30, ...parts);
}

function oid(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, "hex"));
}

/** YYMMDDhhmmssZ: for years until 2049. */
function utcTime(date: Date): Buffer {
  return tlv(0x17, Buffer.from(`${date.toISOString().replace(/\D/g, "").slice(2, 14)}Z`));
}

function bitString(unusedBits: number, bytes: Uint8Array): Buffer {
  return tlv(0x03, Buffer.from([unusedBits]), bytes);
}
