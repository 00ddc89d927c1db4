/** What every webhook of the phone network does: verify, understand, keep, answer. */
import { z } from "zod";
import { env } from "../config/env.ts";
import { storable } from "../db/storable.ts";
import { TooLarge } from "../errors.ts";
import { inTime } from "../in-time.ts";
import { type Log, log } from "../log.ts";
import { isSignedByTwilio } from "../providers/telephony/twilio/signature.ts";
import { errorResponse } from "./errors.ts";
import { refuseUnsigned } from "./refuse-unsigned.ts";
import { readBody, requestId } from "./request.ts";

const BODY_LIMIT = 256_000;
/** A database that hangs, and does not say that it is away: the caller hears nothing meanwhile. Nothing else takes so long. */
const ANSWER_WITHIN_MS = 5_000;

interface WebhookOptions<S extends z.ZodType> {
  form: S;
  /** Badly signed requests a minute from one address before 429. */
  unsignedPerMinute: 30 | 60;
  /** The answer when everything was right but we are not: never a 5xx, which the caller would hear as an error. */
  whenDown: () => Response;
  handle: (input: {
    form: z.output<S>;
    /** The form as it was posted, as far as it can be kept. */
    fields: Record<string, string>;
    /** What stands behind the ? of the address: our own words in it, signed along. */
    query: URLSearchParams;
    /** The network's name for this request; a repeat of it carries the same. */
    onceKey: string | null;
    requestId: string | null;
    /** When the network sent it: before now, when the edge has kept it for us. */
    cameAt: Date;
    log: Log;
  }) => Promise<Response>;
}

/** A signed form post. Whatever is wrong with it changes nothing. */
export function twilioWebhook<S extends z.ZodType>({
  form: schema,
  unsignedPerMinute,
  whenDown,
  handle,
}: WebhookOptions<S>) {
  return async (request: Request): Promise<Response> => {
    const id = requestId(request.headers);
    const { pathname: path, searchParams: query } = new URL(request.url);
    const onceKey = request.headers.get("i-twilio-idempotency-token") || null;
    const cameAt = z.coerce
      .date()
      .catch(() => new Date())
      .parse(request.headers.get("x-webhook-came-at") ?? undefined);
    const body = await readBody(request, BODY_LIMIT);
    if (body === null) return errorResponse(new TooLarge(), id);
    const posted = Object.fromEntries(new URLSearchParams(body));
    if (!isGenuine(request, posted)) return refuseUnsigned(request, unsignedPerMinute);

    const fields = storable(posted);
    const lines = log().child({ request_id: id, call_sid: fields.CallSid });
    try {
      const given = { form: schema.parse(fields), fields, query, onceKey, requestId: id, cameAt, log: lines };
      const answer = await inTime(handle(given), ANSWER_WITHIN_MS);
      if (answer === null) throw new Error("the answer takes too long");
      return answer;
    } catch (error) {
      lines.error({ err: error, path }, "webhook failed");
      const answer = whenDown();
      // The edge keeps what we could not, and brings it again when we are back; what we do not understand stays so.
      if (!(error instanceof z.ZodError)) answer.headers.set("X-Webhook-Kept", "no");
      return answer;
    }
  };
}

export function twiml(xml: string): Response {
  return new Response(xml, {
    headers: {
      "Content-Type": "text/xml; charset=utf-8",
      // Known to be short, it is neither compressed nor sent in pieces.
      "Content-Length": String(Buffer.byteLength(xml)),
      "Cache-Control": "no-store",
    },
  });
}

/** The signature covers the public address, which is not the one that Next sees. */
function isGenuine(request: Request, form: Record<string, string>): boolean {
  const { publicUrl, TWILIO_AUTH_TOKEN, BYPASS_TWILIO_SIGNATURE, MOKED_MODE } = env();
  if (BYPASS_TWILIO_SIGNATURE && MOKED_MODE === "simulation") return true;
  const { pathname, search } = new URL(request.url);
  const signature = request.headers.get("x-twilio-signature");
  return isSignedByTwilio({ authToken: TWILIO_AUTH_TOKEN, signature, url: publicUrl.origin + pathname + search, form });
}
