/** Who answers for the certificates with which PayPal's notices are signed. */
import type { KeyObject } from "node:crypto";
import {
  basicConstraints,
  derivedKey,
  issueCertificate,
  keyIdentifiers,
  keyUsage,
  LASTING,
} from "../common/certificate.ts";

interface Authority {
  name: string;
  key: KeyObject;
  /** PEM. */
  certificate: string;
}

/**
 * The authority's certificate (PEM), for who has to trust it before the simulator runs. `rootKey`: the 32 bytes that
 * the simulator is given, too.
 */
export function payPalAuthority(rootKey: Uint8Array): string {
  return authorityOf(rootKey).certificate;
}

export function authorityOf(rootKey: Uint8Array): Authority {
  const { key, serial } = derivedKey(rootKey, "PayPal authority");
  const name = "Moked simulated PayPal authority";
  const certificate = issueCertificate({
    subject: name,
    issuer: name,
    signedBy: key,
    key,
    serial,
    validity: LASTING,
    extensions: [basicConstraints(true), keyUsage("certificates"), ...keyIdentifiers(key, key)],
  });
  return { name, key, certificate };
}
