/** Forms as the phone network posts them, signed by its own library. */
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { env } from "../../config/env.ts";

type Route = (request: Request) => Promise<Response>;
export interface Sending {
  /** Instead of the right signature; null = none. */
  signature?: string | null;
  from?: string;
  /** The network's name for the request; none unless said. */
  onceKey?: string;
  /** When it had come to the edge, which kept it. */
  cameAt?: Date;
  /** Instead of the form, after signing. */
  body?: string;
}

export interface Answer {
  status: number;
  type: string | null;
  text: string;
  headers: Headers;
}

export async function postSigned(
  route: Route,
  path: `/webhook/${string}` | `/api/${string}`,
  form: Record<string, string>,
  { signature, from = "203.0.113.5", onceKey, cameAt, body }: Sending = {},
): Promise<Answer> {
  const right = getExpectedTwilioSignature(env().TWILIO_AUTH_TOKEN, env().publicUrl.origin + path, form);
  const sent = signature === undefined ? right : signature;
  const request = new Request(`http://127.0.0.1:1${path}`, {
    method: "POST",
    body: body ?? new URLSearchParams(form).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-forwarded-for": from,
      "x-request-id": "req-9",
      ...(onceKey === undefined ? {} : { "i-twilio-idempotency-token": onceKey }),
      ...(cameAt === undefined ? {} : { "x-webhook-came-at": cameAt.toISOString() }),
      ...(sent === null ? {} : { "x-twilio-signature": sent }),
    },
  });
  const response = await route(request);
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    text: await response.text(),
    headers: response.headers,
  };
}
