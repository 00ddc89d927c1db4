/**
 * The certificate of the media host. WhatsApp's clients upload and download over https only, so the simulated host has
 * one too, signed by itself: whoever starts a client trusts it (NODE_EXTRA_CA_CERTS, or `tls.setDefaultCACertificates`).
 * The same root key always gives the same certificate, so that it is known before the simulator runs.
 */
import { createPrivateKey, createPublicKey, hkdfSync, sign } from "node:crypto";

export interface Certificate {
  /** Both PEM. */
  key: string;
  certificate: string;
}

const ED25519_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const ED25519 = sequence(oid("2b6570"));
const NAME = sequence(tlv(0x31, sequence(oid("550403"), tlv(0x0c, Buffer.from("Moked simulated media host")))));
const VALIDITY = sequence(utcTime("250101000000Z"), utcTime("491231235959Z"));

/** `rootKey`: 32 bytes. */
export function mediaCertificate(rootKey: Uint8Array): Certificate {
  const seed = Buffer.from(hkdfSync("sha256", rootKey, Buffer.alloc(0), "media host", 32));
  const key = createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" });
  const serial = tlv(0x02, Buffer.concat([Buffer.from([1]), seed.subarray(0, 7)]));
  const version = tlv(0xa0, tlv(0x02, Buffer.from([2])));
  const toSign = sequence(version, serial, ED25519, NAME, VALIDITY, NAME, publicKey, extensions());
  const certificate = sequence(toSign, ED25519, bitString(sign(null, toSign, key)));
  return {
    key: key.export({ format: "pem", type: "pkcs8" }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}

/** It may sign (itself), and stands for 127.0.0.1 and localhost. */
function extensions(): Buffer {
  const isAuthority = sequence(oid("551d13"), TRUE, tlv(0x04, sequence(TRUE)));
  const names = sequence(tlv(0x87, Buffer.from([127, 0, 0, 1])), tlv(0x82, Buffer.from("localhost")));
  return tlv(0xa3, sequence(isAuthority, sequence(oid("551d11"), tlv(0x04, names))));
}

// Enough of DER (X.690): a tag, a length, what is in it.
const TRUE = Buffer.from([0x01, 0x01, 0xff]);

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

function utcTime(text: string): Buffer {
  return tlv(0x17, Buffer.from(text));
}

function bitString(bytes: Uint8Array): Buffer {
  return tlv(0x03, Buffer.from([0]), bytes);
}
