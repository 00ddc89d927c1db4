import { and, eq, isNull } from "drizzle-orm";
import { call, streamToken } from "#drizzle/schema/index.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { goOnByGather } from "./gather-rung.ts";
import { heldCall } from "./held-call.ts";
import type { NextStep } from "./next-step.ts";
import { endedWell } from "./schemas/ending.ts";
import { type StreamCut, streamCut } from "./schemas/stream-cut.ts";
import { mintStreamToken } from "./stream-token.ts";

/** A stream that failed is taken up again so often; then the conversation goes on without one. */
export const RECONNECTS = 1;

interface StreamEnd {
  callSid: string;
  /** How many streams of this call had failed when the one that is over was opened; null when nobody says. */
  failuresBefore: number | null;
  requestId: string | null;
}

/**
 * The media stream is over: what comes next for the caller? A failed one is taken up once, then the call goes on turn by
 * turn. The network may ask twice about the same end, also in parallel: that is no second failure.
 */
export async function decideAfterStream({ callSid, failuresBefore, requestId }: StreamEnd): Promise<NextStep> {
  const businessId = await businessByCall(callSid);
  if (!businessId) return { kind: "hang_up" };
  const ctx = systemContext(businessId, "stream-ended", requestId);

  return forBusiness(ctx, async function decideAfterStream(tx): Promise<NextStep> {
    const row = await heldCall(tx, eq(call.callSid, callSid));
    if (!row || row.call.endedAt !== null || endedWell(row.call.ending)) return { kind: "hang_up" };
    if (row.call.rung !== "stream") return goOnByGather(tx, row.call, row.business);

    const failures = row.call.streamFailures;
    const isNew =
      failuresBefore === null
        ? failures === 0 || (await allStreamsOpened(tx, row.call.id))
        : failuresBefore >= failures || isUncounted(row.call);
    if (isNew && failures >= RECONNECTS) {
      await tx
        .update(call)
        .set({ streamFailures: failures + 1, streamCuts: cutsOf(row.call) })
        .where(eq(call.id, row.call.id));
      const next = await goOnByGather(tx, row.call, row.business);
      await publish(tx, { type: "call.changed", callId: row.call.id, live: true });
      return next;
    }
    if (isNew) await noteFailure(tx, row.call);
    const next = await reconnect(tx, ctx, row.call.id, isNew ? failures + 1 : failures);
    await publish(tx, { type: "call.changed", callId: row.call.id, live: true });
    return next;
  });
}

/** Why the last stream broke is still with the ending: nobody has asked about it yet. */
function isUncounted({ ending, endingDetail }: typeof call.$inferSelect): boolean {
  return ending === "stream_failed" && endingDetail !== null;
}

/** Every stream that was offered to this call has been opened: what is over now is the last of them. */
async function allStreamsOpened(tx: Tx, callId: string): Promise<boolean> {
  const offered = await tx
    .select({ hash: streamToken.tokenHash })
    .from(streamToken)
    .where(and(eq(streamToken.callId, callId), isNull(streamToken.usedAt)))
    .limit(1);
  return offered.length === 0;
}

async function noteFailure(tx: Tx, row: typeof call.$inferSelect): Promise<void> {
  await tx
    .update(call)
    .set({
      streamFailures: row.streamFailures + 1,
      streamCuts: cutsOf(row),
      ending: "stream_failed",
      endingDetail: null,
      // Who has not heard a word yet is greeted, not told of an interruption.
      ...(row.streamsOpened > 0 ? { opening: "reconnected" as const } : {}),
    })
    .where(eq(call.id, row.id));
}

/**
 * Why its streams broke, this one included. The reason moves here from the ending: a stream that failed without one was
 * never opened after the last, and did not break.
 */
function cutsOf({ streamCuts: before, ending, endingDetail, streamsOpened }: typeof call.$inferSelect): StreamCut[] {
  const broke = ending === null ? streamsOpened > 0 : endingDetail !== null;
  return broke ? [...before, streamCut.parse(endingDetail)] : before;
}

async function reconnect(tx: Tx, ctx: Context, callId: string, failures: number): Promise<NextStep> {
  return {
    kind: "stream",
    businessId: ctx.businessId,
    callToken: await mintStreamToken(tx, ctx, callId),
    failures,
  };
}
