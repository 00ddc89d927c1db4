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

/** The certificates that PayPal's notices may be signed with. */
export class PayPalCertificates {
  readonly #hosts: readonly string[];
  readonly #authorities: readonly X509Certificate[];
  /** Found to be good, by address: PayPal signs with one for months. */
  readonly #known = new Map<string, X509Certificate>();

  constructor({ hosts, authorities }: CertificatePolicy) {
    this.#hosts = hosts;
    this.#authorities = certificatesIn(authorities ?? rootCertificates.join("\n"));
  }

  /**
   * The certificate at this address, when it may lie there and one whom we trust answers for it; null when not.
   * Throws a retryable ProviderFailed when it cannot be had.
   */
  async trusted(address: string): Promise<X509Certificate | null> {
    const url = allowedAddress(address, this.#hosts);
    if (url === null) return null;
    const before = this.#known.get(url.href);
    if (before !== undefined && isInForce(before)) return before;
    const chain = certificatesIn(await fetchChain(url));
    const [first] = chain;
    if (first === undefined || !isTrusted(first, chain, this.#authorities)) return null;
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(url.href, first);
    return first;
  }
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
  try {
    const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(WITHIN_MS) });
    if (!answer.ok) throw new ProviderFailed("payments", true, `PayPal's certificate: status ${answer.status}`);
    const bytes = await readBounded(answer, { provider: "payments", what: "a certificate", maxBytes: LARGEST });
    return bytes.toString("utf8");
  } catch (cause) {
    if (cause instanceof ProviderFailed) throw cause;
    throw new ProviderFailed("payments", true, "PayPal's certificate could not be fetched", cause);
  }
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
