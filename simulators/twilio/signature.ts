/** How Twilio signs what it sends. https://www.twilio.com/docs/usage/security */
import { createHmac } from "node:crypto";

/** base64(HMAC-SHA1(authToken, url + every form parameter's name and value, sorted by name)). */
export function signRequest(authToken: string, url: string, params: Record<string, string> = {}): string {
  const signed = Object.keys(params)
    .sort()
    .reduce((text, name) => `${text}${name}${params[name]}`, url);
  return createHmac("sha1", authToken).update(signed, "utf8").digest("base64");
}
