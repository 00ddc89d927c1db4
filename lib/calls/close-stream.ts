import { and, eq, sql } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { RECONNECTS } from "./decide-after-stream.ts";
import type { CallEnding } from "./schemas/ending.ts";
import { streamCut } from "./schemas/stream-cut.ts";

/**
 * How the conversation on a media stream (the call's first, second, ...) ended. Kept before the stream is closed, because
 * the network asks at once what is next (decideAfterStream). `detail` is the number of a transfer, or the reason of a
 * failure; after a `lasting` one the call goes on without a stream.
 */
export async function closeStream(
  ctx: Context,
  { callId, stream }: { callId: string; stream: number },
  ending: { kind: CallEnding; detail: string | null; lasting?: boolean },
): Promise<void> {
  await forBusiness(ctx, async function closeStream(tx) {
    // The network asks in the same moment: whoever is second sees what the first has made of it.
    await tx.select({ id: call.id }).from(call).where(eq(call.id, callId)).for("update");
    const cut = ending.kind === "stream_failed" ? await nameCut(tx, callId, stream, ending.detail) : undefined;
    if (cut) return publish(tx, { type: "call.changed", callId, live: cut.endedAt === null });
    const [row] = await tx
      .update(call)
      .set({
        ending: ending.kind,
        endingDetail: ending.detail,
        // As if it had been taken up as often as may be.
        ...(ending.lasting ? { streamFailures: sql`greatest(${call.streamFailures}, ${RECONNECTS})` } : {}),
      })
      // A late word about a stream changes nothing of a call that goes on without one, or on the next one.
      .where(and(eq(call.id, callId), eq(call.rung, "stream"), eq(call.streamsOpened, stream)))
      .returning({ endedAt: call.endedAt });
    // The network may have said first that the call is over.
    if (row) await publish(tx, { type: "call.changed", callId, live: row.endedAt === null });
  });
}

/** The network has asked before us, and what comes next is decided: all that is left to say is why this stream broke. */
async function nameCut(tx: Tx, callId: string, stream: number, detail: string | null) {
  const place = Math.max(0, stream - 1);
  const [row] = await tx
    .update(call)
    .set({
      streamCuts: sql`jsonb_set(${call.streamCuts}, array[${place}::text], to_jsonb(${streamCut.parse(detail)}::text))`,
    })
    .where(and(eq(call.id, callId), sql`${call.streamCuts}->>${place}::int = 'unknown'`))
    .returning({ endedAt: call.endedAt });
  return row;
}
