/**
 * The certificate of the media host. WhatsApp's clients upload and download over https only, so the simulated host has
 * one too, signed by itself: whoever starts a client trusts it (NODE_EXTRA_CA_CERTS, or `tls.setDefaultCACertificates`).
 * The same root key always gives the same certificate, so that it is known before the simulator runs.
 */
import { basicConstraints, derivedKey, hosts, issueCertificate, LASTING } from "../../common/certificate.ts";

export interface Certificate {
  /** Both PEM. */
  key: string;
  certificate: string;
}

const NAME = "Moked simulated media host";

/** It may sign (itself), and stands for 127.0.0.1 and localhost. `rootKey`: 32 bytes. */
export function mediaCertificate(rootKey: Uint8Array): Certificate {
  const { key, serial } = derivedKey(rootKey, "media host");
  const certificate = issueCertificate({
    subject: NAME,
    issuer: NAME,
    signedBy: key,
    key,
    serial,
    validity: LASTING,
    extensions: [basicConstraints(true), hosts(Buffer.from([127, 0, 0, 1]), "localhost")],
  });
  return { key: key.export({ format: "pem", type: "pkcs8" }).toString(), certificate };
}
