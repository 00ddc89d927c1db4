/** `<Dial>`: rings another number of the simulated world, and connects the two when somebody answers. */
import { now } from "../../common/http.ts";
import { describeError } from "../../twilio/errors.ts";
import { newSid } from "../../twilio/ids.ts";
import type { Next, PhoneCall } from "../call.ts";
import { callParams, type Exchange, isHangup, resolveUrl, tellApplication } from "../exchange.ts";
import type { Dial } from "../twiml/verbs.ts";

type DialStatus = "completed" | "no-answer" | "busy" | "failed" | "canceled";

// People take about two rings to pick up.
const DEFAULT_ANSWER_MS = 2000;
const BUSY_MS = 500;

/** Carries the verb out. Afterwards the action is next, or the following verb when there is none. */
export async function dial(
  exchange: Exchange,
  call: PhoneCall,
  verb: Dial,
  documentUrl: string,
  signal: AbortSignal,
): Promise<Next> {
  const leg: Leg = { status: "canceled", bridgedAt: null };
  try {
    await ring(exchange, call, verb, leg, signal);
  } catch (error) {
    if (!isHangup(error, call)) throw error;
    if (leg.bridgedAt !== null) leg.status = "completed";
  }
  const talkedMs = leg.bridgedAt === null ? 0 : now() - leg.bridgedAt;
  call.log.add({ kind: "dial", number: verb.number, status: leg.status, durationMs: talkedMs });
  if (!verb.action) return { kind: "continue" };

  const params: Record<string, string> = { DialCallStatus: leg.status, DialBridged: String(leg.bridgedAt !== null) };
  if (leg.bridgedAt !== null) {
    params.DialCallSid = newSid("CA");
    params.DialCallDuration = String(Math.round(talkedMs / 1000));
  }
  const action = { url: resolveUrl(verb.action, documentUrl), method: verb.method, params };
  if (!call.isOver) return { kind: "fetch", ...action };
  // The caller hung up: Twilio still tells the action how the dialled call went, and ignores the answer.
  await tellApplication(exchange, call, "action", { ...action, params: { ...callParams(exchange, call), ...params } });
  return { kind: "continue" };
}

interface Leg {
  status: DialStatus;
  bridgedAt: number | null;
}

async function ring(exchange: Exchange, call: PhoneCall, verb: Dial, leg: Leg, signal: AbortSignal): Promise<void> {
  const refused = refusal(exchange, call, verb);
  if (refused) {
    call.log.error(...refused);
    leg.status = "failed";
    return;
  }
  const callee = exchange.numbers.get(verb.number);
  if (callee?.busy) {
    await call.wait(BUSY_MS, signal);
    leg.status = "busy";
    return;
  }
  const answerMs = callee?.answers ? (callee.afterMs ?? DEFAULT_ANSWER_MS) : Number.POSITIVE_INFINITY;
  await call.wait(Math.min(answerMs, verb.timeoutS * 1000), signal);
  if (answerMs > verb.timeoutS * 1000) {
    leg.status = "no-answer";
    return;
  }
  call.answer();
  leg.bridgedAt = now();
  call.log.add({ kind: "dial", number: verb.number, status: "answered", durationMs: 0 });
  await call.wait(Math.min(callee?.talkMs ?? Number.POSITIVE_INFINITY, verb.timeLimitS * 1000), signal);
  leg.status = "completed";
}

// The number shown must be one of the account's own, or the one that is on the line anyway.
function refusal(exchange: Exchange, call: PhoneCall, verb: Dial): [number, string] | null {
  if (!/^\+[1-9]\d{6,14}$/.test(verb.number)) return [13223, describeError(13223, verb.number)];
  const { callerId } = verb;
  const allowed = callerId === null || callerId === call.from || callerId === call.to;
  if (allowed || exchange.numbers.get(callerId)?.voiceUrl) return null;
  return [13214, describeError(13214, callerId)];
}
