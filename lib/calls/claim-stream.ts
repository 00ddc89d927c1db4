import { eq, sql } from "drizzle-orm";
import type { CallOpening } from "#drizzle/schema/calls.ts";
import { type business, call } from "#drizzle/schema/index.ts";
import { lexiconOf } from "../businesses/lexicon-of.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { Pronunciation } from "../hebrew/speakable/index.ts";
import { log } from "../log.ts";
import { type HeldCall, heldCall } from "./held-call.ts";
import { LATE_TURNS } from "./late-turns.ts";
import { type SaidBefore, toSaid, turnsOf } from "./said-before.ts";
import { redeemStreamToken } from "./stream-token.ts";
import { otherStreams } from "./streams-of-business.ts";

export type BusinessSettings = typeof business.$inferSelect;

/** Everything that the conversation needs to know, read once when its stream opens. */
export interface ClaimedCall {
  ctx: Context;
  callId: string;
  callSid: string;
  /** Which of the call's streams this is, counted from 1. */
  stream: number;
  business: BusinessSettings;
  /** How words are said that the voice would say wrongly. */
  lexicon: Pronunciation[];
  /** The number that was dialled: what the other side of a transfer sees. */
  toNumber: string;
  caller: { customerId: string | null; name: string | null; phone: string | null };
  opening: CallOpening;
  /** What was said on earlier streams of this call. */
  history: SaidBefore[];
  /** The number of the next turn, and how long the call has lasted: turns count over all of its streams. */
  nextTurnIndex: number;
  startedMsAgo: number;
}

/**
 * A media stream says that it is this call. Null when the token is foreign, used or late, or the call is over; only a
 * start that matches uses the token up. Null, too, when others took the business's last place since it rang: then the call
 * goes on turn by turn. Which of them it was is logged here, where it is known.
 */
export async function claimStream(start: { callSid: string; token: string }): Promise<ClaimedCall | null> {
  const businessId = /^[\w-]+$/.test(start.callSid) ? await businessByCall(start.callSid) : null;
  if (!businessId) return refused("a stream of a call that nobody knows", { call_sid: start.callSid });
  const whose = { business_id: businessId, call_sid: start.callSid };

  return forBusiness(systemContext(businessId, "media-stream"), async function claimStream(tx) {
    const row = await heldCall(tx, eq(call.callSid, start.callSid));
    // Who talks turn by turn by now does not climb up again.
    if (!row || row.call.endedAt !== null || row.call.rung !== "stream")
      return refused("a stream of a call that is over, or goes on without one", whose);
    if (!(await redeemStreamToken(tx, row.call.id, start.token)))
      return refused("a stream without a good token", whose);
    if (!(await hasPlace(tx, row))) {
      await tx.update(call).set({ rung: "gather" }).where(eq(call.id, row.call.id));
      return refused("no room for another stream of this business", whose);
    }
    const ctx: Context = { businessId, actor: { kind: "agent", callId: row.call.id }, role: null, requestId: null };
    const stream = row.call.streamsOpened + 1;
    await tx
      .update(call)
      .set({
        status: "in_progress",
        answeredAt: row.call.answeredAt ?? new Date(),
        streamsOpened: stream,
        ending: null,
        endingDetail: null,
      })
      .where(eq(call.id, row.call.id));
    const turns = row.call.streamsOpened === 0 ? [] : await turnsOf(tx, row.call.id);
    await publish(tx, { type: "call.changed", callId: row.call.id, live: true });
    return {
      ctx,
      callId: row.call.id,
      callSid: start.callSid,
      stream,
      business: row.business,
      lexicon: await lexiconOf(tx),
      toNumber: row.call.toNumber,
      caller: { customerId: row.call.customerId, name: row.customer?.name ?? null, phone: row.call.fromNumber },
      opening: row.call.opening,
      history: turns.map(toSaid),
      nextTurnIndex: (turns.at(-1)?.index ?? -1) + 1 + (row.call.opening === "reconnected" ? LATE_TURNS : 0),
      startedMsAgo: Math.max(0, Date.now() - row.call.startedAt.getTime()),
    };
  });
}

function refused(why: string, whose: Record<string, string>): null {
  log().warn(whose, why);
  return null;
}

/** Whoever had a place keeps it. Of calls whose streams open at the same moment each counts those before it. */
async function hasPlace(tx: Tx, { call: row, business: settings }: HeldCall): Promise<boolean> {
  if (row.streamsOpened > 0) return true;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('streams ' || ${settings.id}, 0))`);
  const [others] = await otherStreams(tx, settings.id, row.callSid);
  return (others?.calls ?? 0) < settings.maxLiveCalls;
}
