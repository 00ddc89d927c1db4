import { and, desc, eq, isNotNull } from "drizzle-orm";
import { call, gatherAnswer } from "#drizzle/schema/index.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { decideAfterStream } from "./decide-after-stream.ts";
import { asStep } from "./gather-rung.ts";
import { heldCall } from "./held-call.ts";
import type { NextStep } from "./next-step.ts";
import { type IncomingCall, type OpenedCall, openCall } from "./open-call.ts";
import { settleDial } from "./settle-dial.ts";
import { spoken } from "./spoken.ts";

interface Lost extends IncomingCall {
  /** Where the network had asked in vain: the path of one of our webhooks; null when it does not say. */
  askedAt: string | null;
}

/**
 * The network did not get what it had asked for (a process of ours died over it), and asks what to do with the caller
 * instead: the call goes on from the rung it is on. One that was never kept begins here. Safe to repeat.
 */
export async function takeUpAgain({ askedAt, ...incoming }: Lost): Promise<OpenedCall> {
  const { callSid, requestId } = incoming;
  const businessId = await businessByCall(callSid);
  if (businessId === null) return openCall(incoming);
  // Whether anybody had answered is lost. Who is still on the line wants something.
  if (askedAt === "/webhook/dial_result") return settleDial(callSid, false, requestId);
  const last = await lastWord(businessId, callSid, requestId);
  return last ?? decideAfterStream({ callSid, failuresBefore: null, requestId });
}

/**
 * How a conversation without a stream was about to end: the caller has not heard it, so it is said (rung, recorded) again.
 * Null when it goes on.
 */
async function lastWord(businessId: string, callSid: string, requestId: string | null): Promise<NextStep | null> {
  return forBusiness(systemContext(businessId, "voice-fallback", requestId), async function lastWord(tx) {
    const found = await heldCall(tx, eq(call.callSid, callSid));
    if (!found || found.call.endedAt !== null || found.call.rung === "stream" || found.call.ending === null)
      return null;
    if (found.call.ending === "message_taken")
      return asStep(found.call, found.business, { kind: "goodbye", text: spoken.messageKept });
    const [kept] = await tx
      .select({ answer: gatherAnswer.answer })
      .from(gatherAnswer)
      .where(and(eq(gatherAnswer.callId, found.call.id), isNotNull(gatherAnswer.answer)))
      .orderBy(desc(gatherAnswer.createdAt))
      .limit(1);
    return kept?.answer ? asStep(found.call, found.business, kept.answer) : null;
  });
}
