/** The chain with which the server proves its static key: root -> intermediate -> leaf, as WhatsApp's own. */
import type { Baileys } from "./baileys.ts";
import type { RawKeyPair } from "./keys.ts";
import { generateKeys } from "./keys.ts";

// The serial of WhatsApp's long term root, which clients compare with.
const ROOT_SERIAL = 0;
const YEAR_S = 365 * 24 * 3600;

/** The encoded CertChain of `server`'s public key, signed down from `root`. */
export function certificateChain(wa: Baileys, root: RawKeyPair, server: RawKeyPair): Uint8Array {
  const intermediate = generateKeys();
  const { CertChain } = wa.proto;
  const certificate = (issuer: RawKeyPair, issuerSerial: number, serial: number, key: Uint8Array) => {
    const from = Math.floor(Date.now() / 1000);
    const details = CertChain.NoiseCertificate.Details.encode({
      serial,
      issuerSerial,
      key,
      notBefore: from,
      notAfter: from + YEAR_S,
    }).finish();
    return { details, signature: wa.Curve.sign(issuer.privateKey, details) };
  };
  return CertChain.encode({
    intermediate: certificate(root, ROOT_SERIAL, 1, intermediate.publicKey),
    leaf: certificate(intermediate, 1, 2, server.publicKey),
  }).finish();
}
