import { ProviderFailed } from "../../../errors.ts";
import type { TwilioAccess } from "./client.ts";
import { downloadFile } from "./download.ts";

const MAX_BYTES = 25 * 1024 * 1024;
const WHAT = "download a recording";

/** Fetches a recording as WAV. */
export function downloadRecording(access: TwilioAccess, from: string, signal: AbortSignal): Promise<Uint8Array> {
  const url = URL.parse(from);
  if (!url) return Promise.reject(new ProviderFailed("telephony", false, `${WHAT}: the address is none`));
  return downloadFile(access, { what: WHAT, url: asWav(url), maxBytes: MAX_BYTES }, signal);
}

/** The network names a recording without saying in which form. */
function asWav(url: URL): URL {
  if (/\.\w+$/.test(url.pathname)) return url;
  const wav = new URL(url);
  wav.pathname += ".wav";
  return wav;
}
