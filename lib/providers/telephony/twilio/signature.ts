/** Twilio signs what it sends with the account's auth token: HMAC-SHA1 over the public URL and the posted form. */
import { validateRequest } from "twilio/lib/webhooks/webhooks.js";

interface SignedRequest {
  authToken: string;
  /** The X-Twilio-Signature header; missing is as bad as wrong. */
  signature: string | null | undefined;
  /** The public URL exactly as Twilio knows it, query included; never what a proxy made of it. */
  url: string;
}

/** Whether a webhook's form was posted by Twilio. Compares in constant time. */
export function isSignedByTwilio(request: SignedRequest & { form: Record<string, string | string[]> }): boolean {
  const { authToken, signature, url, form } = request;
  // With an empty key anybody can sign.
  if (!authToken || !signature) return false;
  return validateRequest(authToken, signature, url, form);
}

/** Whether a websocket upgrade comes from Twilio: `url` is the wss:// one that stood in the TwiML. */
export function isUpgradeSigned(request: SignedRequest): boolean {
  return isSignedByTwilio({ ...request, form: {} });
}
