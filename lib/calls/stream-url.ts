/** Public addresses of a call. The upgrade's signature is computed over exactly what stands in the TwiML. */
import { env } from "../config/env.ts";

/** wss, or ws when the public address is plain http (loopback only). */
export function mediaStreamUrl(): string {
  const url = new URL("/ws/twilio-media", env().publicUrl);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.toString();
}

/** The absolute address of a webhook, as the phone network signs it. */
export function webhookUrl(path: `/webhook/${string}`): string {
  return new URL(path, env().publicUrl).toString();
}
