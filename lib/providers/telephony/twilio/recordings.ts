import { ProviderFailed } from "../../../errors.ts";
import { Deadline } from "../../deadline.ts";
import type { TwilioAccess } from "./client.ts";
import { fromStatus } from "./map.ts";

const MAX_BYTES = 25 * 1024 * 1024;
const DEADLINE_MS = 30_000;
const MAX_REDIRECTS = 3;
const WHAT = "download a recording";

/**
 * Fetches a recording as WAV. The address comes from outside: only the network's own hosts are asked, redirects
 * included, because the account's credentials go along.
 */
export async function downloadRecording(access: TwilioAccess, from: string, signal: AbortSignal): Promise<Uint8Array> {
  const deadline = new Deadline(signal, DEADLINE_MS);
  try {
    const response = await fetchFollowing(access, asWav(parse(from)), deadline.signal, MAX_REDIRECTS);
    return await readBounded(response);
  } catch (error) {
    deadline.throwIfStopped();
    if (error instanceof ProviderFailed) throw error;
    const reason = deadline.expired ? `took longer than ${DEADLINE_MS} ms` : "the connection broke";
    throw new ProviderFailed("telephony", true, `${WHAT}: ${reason}`, error);
  } finally {
    deadline.done();
  }
}

async function fetchFollowing(
  access: TwilioAccess,
  url: URL,
  signal: AbortSignal,
  redirectsLeft: number,
): Promise<Response> {
  if (!isTheNetworks(access, url)) throw new ProviderFailed("telephony", false, `${WHAT}: a foreign host was refused`);
  const credentials = Buffer.from(`${access.accountSid}:${access.authToken}`).toString("base64");
  const response = await fetch(url, { signal, redirect: "manual", headers: { authorization: `Basic ${credentials}` } });
  if (response.ok) return response;
  await response.body?.cancel();
  const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
  if (!location) throw fromStatus(WHAT, response.status);
  if (redirectsLeft === 0) throw new ProviderFailed("telephony", false, `${WHAT}: too many redirects`);
  return fetchFollowing(access, new URL(location, url), signal, redirectsLeft - 1);
}

/** Twilio's hosts by https on the usual port, or exactly what was configured to stand in their place. */
function isTheNetworks({ baseUrl }: TwilioAccess, url: URL): boolean {
  if (url.username || url.password) return false;
  if (url.origin === new URL(baseUrl).origin) return true;
  return url.protocol === "https:" && url.port === "" && /^(?:[\w-]+\.)+twilio\.com$/.test(url.hostname);
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new ProviderFailed("telephony", false, `${WHAT}: larger than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(from: string): URL {
  const url = URL.parse(from);
  if (!url) throw new ProviderFailed("telephony", false, `${WHAT}: the address is none`);
  return url;
}

/** The network names a recording without saying in which form. */
function asWav(url: URL): URL {
  if (/\.\w+$/.test(url.pathname)) return url;
  const wav = new URL(url);
  wav.pathname += ".wav";
  return wav;
}
