import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "#lib/config/mode.ts";
import type { Plan } from "./plan.ts";
import type { Secrets } from "./secrets.ts";
import { codeOf } from "./trouble.ts";
import { whatsAppMediaCertificate } from "./world.ts";

/** The certificates that the product's processes trust in simulation: a process takes them from one file only. */
export function trustedCertificatesFile({ dataDir }: Plan): string {
  return join(dataDir, "trusted-certificates.pem");
}

/** Writes that file: the certificate of WhatsApp's simulated media host, and those that the operator's environment names. */
export function writeTrustedCertificates(plan: Plan, secrets: Secrets, given: Env, note: (line: string) => void): void {
  if (plan.mode !== "simulation") return;
  const certificates = [whatsAppMediaCertificate(secrets), operatorsCertificates(given.NODE_EXTRA_CA_CERTS, note)];
  writeFileSync(trustedCertificatesFile(plan), certificates.join("\n"));
}

/** As Node itself does, one that cannot be read is gone without. */
function operatorsCertificates(path: string | undefined, note: (line: string) => void): string {
  if (!path) return "";
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    note(
      `NODE_EXTRA_CA_CERTS names ${path}, which cannot be read (${codeOf(error)}): its certificates are not trusted.`,
    );
    return "";
  }
}
