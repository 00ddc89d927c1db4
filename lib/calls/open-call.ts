import { and, count, eq, gt, sql } from "drizzle-orm";
import { type business, call } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByNumber } from "../db/system.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { toE164 } from "../hebrew/phone.ts";
import { log } from "../log.ts";
import { goOnByGather } from "./gather-rung.ts";
import { heldCall } from "./held-call.ts";
import { keepCall } from "./keep-call.ts";
import type { NextStep } from "./next-step.ts";
import { mintStreamToken } from "./stream-token.ts";
import { otherStreams } from "./streams-of-business.ts";

/** More calls a minute than this, from one number to one business, is no customer. */
const CALLS_PER_MINUTE = 30;

export interface IncomingCall {
  callSid: string;
  /** As the network gives it: E.164, or a word such as "anonymous". */
  from: string;
  to: string;
  requestId: string | null;
}

export type OpenedCall = { kind: "unknown_number" } | { kind: "too_many_calls" } | NextStep;

/**
 * A phone rings: finds the business by the dialled number and the customer by the calling one (made when new; a withheld
 * number has none), and keeps the call. The agent takes it over a media stream, or turn by turn where there can be none.
 * The same call again, also in parallel, gets the same call with a fresh token.
 */
export async function openCall(incoming: IncomingCall): Promise<OpenedCall> {
  const to = toE164(incoming.to) ?? incoming.to;
  const businessId = await businessByNumber(to);
  if (!businessId) return { kind: "unknown_number" };
  const ctx = systemContext(businessId, "incoming-call", incoming.requestId);
  const from = toE164(incoming.from);

  return forBusinessByKey(ctx, async function openCall(tx) {
    const { known, flooding, talking } = await lookAround(tx, ctx, incoming.callSid, from);
    if (!known && flooding) return { kind: "too_many_calls" };
    const kept = known ? { callId: known, news: [] } : await keepCall(tx, ctx, { callSid: incoming.callSid, from, to });
    if (kept === null) {
      log().warn({ call_sid: incoming.callSid }, "a call of another business rings here: it is not ours");
      return { kind: "unknown_number" };
    }
    const { callId, news } = kept;
    const row = await heldCall(tx, eq(call.id, callId));
    if (!row) throw new Error("a call that was just kept is gone");
    if (row.call.endedAt !== null) return { kind: "hang_up" };
    const { streamFailures: failures, rung } = row.call;
    const opened: OpenedCall =
      rung === "stream" && (known || mayStream(row.business, talking))
        ? { kind: "stream", businessId, callToken: await mintStreamToken(tx, ctx, callId), failures }
        : await goOnByGather(tx, row.call, row.business);
    // Last of all: from here to the commit the other calls of this business wait for their turn to publish.
    await publish(tx, ...news);
    return opened;
  });
}

/** Without ears or a mind of our own a stream would only fail on the caller, and with too many at once on all of them. */
function mayStream({ enableCallsStream, maxLiveCalls }: typeof business.$inferSelect, talking: number): boolean {
  const { OPENAI_API_KEY, NLP_DISABLED } = env();
  return enableCallsStream && OPENAI_API_KEY !== undefined && !NLP_DISABLED && talking < maxLiveCalls;
}

/**
 * Is this call known already, has this number rung too often within the last minute, and how many others talk over a
 * stream? One question: a caller waits.
 */
async function lookAround(tx: Tx, ctx: Context, callSid: string, from: string | null) {
  const aMinuteAgo = new Date(Date.now() - 60_000);
  const recent = tx
    .select({ calls: count() })
    .from(call)
    .where(and(eq(call.businessId, ctx.businessId), eq(call.fromNumber, from ?? ""), gt(call.startedAt, aMinuteAgo)));
  const known = tx.select({ id: call.id }).from(call).where(eq(call.callSid, callSid));
  const streaming = otherStreams(tx, ctx.businessId, callSid);
  // Both in one way to the database. Calls of one number that ring in the same moment are counted one after the other.
  const [, [row]] = await Promise.all([
    tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rings ${ctx.businessId} ${from}`}, 0))`),
    tx.execute<{ known: string | null; calls: number; talking: number }>(
      sql`select (${known}) as known, (${recent})::int as calls, (${streaming})::int as talking`,
    ),
  ]);
  return {
    known: row?.known ?? null,
    flooding: (row?.calls ?? 0) >= CALLS_PER_MINUTE,
    talking: row?.talking ?? 0,
  };
}
