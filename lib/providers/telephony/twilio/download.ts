import { ProviderFailed } from "../../../errors.ts";
import { Deadline } from "../../deadline.ts";
import { readBounded } from "../../read-bounded.ts";
import type { TwilioAccess } from "./client.ts";
import { fromStatus } from "./map.ts";

const DEADLINE_MS = 30_000;
const MAX_REDIRECTS = 3;

interface Wanted {
  /** For the log: "download a recording". */
  what: string;
  url: URL;
  maxBytes: number;
}

/**
 * Fetches a file of the account. The address comes from outside: only the network's own hosts are asked, redirects
 * included, because the account's credentials go along. Throws ProviderFailed.
 */
export async function downloadFile(access: TwilioAccess, wanted: Wanted, signal: AbortSignal): Promise<Uint8Array> {
  const deadline = new Deadline(signal, DEADLINE_MS);
  try {
    const response = await fetchFollowing(access, wanted, deadline.signal, MAX_REDIRECTS);
    return await readBounded(response, { provider: "telephony", ...wanted });
  } catch (error) {
    deadline.throwIfStopped();
    if (error instanceof ProviderFailed) throw error;
    const reason = deadline.expired ? `took longer than ${DEADLINE_MS} ms` : "the connection broke";
    throw new ProviderFailed("telephony", true, `${wanted.what}: ${reason}`, error);
  } finally {
    deadline.done();
  }
}

async function fetchFollowing(
  access: TwilioAccess,
  { what, url, maxBytes }: Wanted,
  signal: AbortSignal,
  redirectsLeft: number,
): Promise<Response> {
  const host = hostOf(access, url);
  if (host === "foreign") throw new ProviderFailed("telephony", false, `${what}: a foreign host was refused`);
  const credentials = Buffer.from(`${access.accountSid}:${access.authToken}`).toString("base64");
  const headers: Record<string, string> = host === "account" ? { authorization: `Basic ${credentials}` } : {};
  const response = await fetch(url, { signal, redirect: "manual", headers });
  if (response.ok) return response;
  await response.body?.cancel();
  const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
  if (!location) throw fromStatus(what, response.status);
  if (redirectsLeft === 0) throw new ProviderFailed("telephony", false, `${what}: too many redirects`);
  return fetchFollowing(access, { what, url: new URL(location, url), maxBytes }, signal, redirectsLeft - 1);
}

/**
 * Twilio's hosts by https on the usual port, or exactly what was configured to stand in their place. Those that only keep
 * media (their addresses are signed) are not given the account's credentials.
 */
function hostOf({ baseUrl }: TwilioAccess, url: URL): "account" | "media" | "foreign" {
  if (url.username || url.password) return "foreign";
  if (url.origin === new URL(baseUrl).origin) return "account";
  if (url.protocol !== "https:" || url.port !== "") return "foreign";
  if (/^(?:[\w-]+\.)+twilio\.com$/.test(url.hostname)) return "account";
  return /^(?:[\w-]+\.)+twiliocdn\.com$/.test(url.hostname) ? "media" : "foreign";
}
