import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { isLoopback } from "../../../config/mode.ts";
import { ProviderFailed } from "../../../errors.ts";
import { readBounded } from "../../read-bounded.ts";

export interface CertificatePolicy {
  /** Names of hosts, with a port or without; `*.paypal.com` is every host below it. */
  hosts: readonly string[];
  /** PEM; those that Node trusts when not given. */
  authorities?: string | undefined;
}

const WITHIN_MS = 5_000;
const LARGEST = 100_000;
const LONGEST_CHAIN = 5;
const KEPT = 20;

/** Found to be good, by address: PayPal signs with one certificate for months. */
const known = new Map<string, X509Certificate>();

/**
 * The certificate at this address, when it may lie there and one whom we trust answers for it; null when not.
 * Throws ProviderFailed when it cannot be had.
 */
export async function trustedCertificate(address: string, policy: CertificatePolicy): Promise<X509Certificate | null> {
  const url = allowedAddress(address, policy.hosts);
  if (url === null) return null;
  const before = known.get(url.href);
  if (before !== undefined && isInForce(before)) return before;
  const chain = certificatesIn(await fetchChain(url));
  const [first] = chain;
  if (first === undefined || !isTrusted(first, chain, authoritiesOf(policy))) return null;
  if (known.size >= KEPT) known.clear();
  known.set(url.href, first);
  return first;
}

function allowedAddress(address: string, hosts: readonly string[]): URL | null {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) return null;
  const isNamed = hosts.some((name) =>
    name.startsWith("*.") ? url.host.endsWith(name.slice(1)) : name === url.host || name === url.hostname,
  );
  return isNamed ? url : null;
}

async function fetchChain(url: URL): Promise<string> {
  let answer: Response;
  try {
    answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(WITHIN_MS) });
  } catch (cause) {
    throw new ProviderFailed("payments", true, "PayPal's certificate could not be fetched", cause);
  }
  if (!answer.ok) throw new ProviderFailed("payments", true, `PayPal's certificate: status ${answer.status}`);
  const bytes = await readBounded(answer, { provider: "payments", what: "a certificate", maxBytes: LARGEST });
  return bytes.toString("utf8");
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return [];
    }
  });
}

function authoritiesOf({ authorities }: CertificatePolicy): X509Certificate[] {
  return certificatesIn(authorities ?? rootCertificates.join("\n"));
}

/** Walks from a certificate to who issued it, until one whom we trust. */
function isTrusted(
  start: X509Certificate,
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
): boolean {
  let now = start;
  for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
    if (!isInForce(now)) return false;
    if (authorities.some((one) => one.fingerprint256 === now.fingerprint256 || answersFor(one, now))) return true;
    const issuer = chain.find((one) => one.fingerprint256 !== now.fingerprint256 && answersFor(one, now));
    if (issuer === undefined) return false;
    now = issuer;
  }
  return false;
}

function answersFor(issuer: X509Certificate, issued: X509Certificate): boolean {
  return issuer.ca && isInForce(issuer) && issued.checkIssued(issuer) && issued.verify(issuer.publicKey);
}

function isInForce({ validFromDate, validToDate }: X509Certificate): boolean {
  const now = new Date();
  return validFromDate <= now && now <= validToDate;
}
