import { and, eq, sql } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { RECONNECTS } from "./decide-after-stream.ts";
import type { CallEnding } from "./schemas/ending.ts";

/**
 * How the conversation on a media stream (the call's first, second, ...) ended. Kept before the stream is closed, because the network asks at once what
 * is next (decideAfterStream). `detail` is the number of a transfer, or the reason of a failure; after a `lasting` one the
 * call goes on without a stream.
 */
export async function closeStream(
  ctx: Context,
  { callId, stream }: { callId: string; stream: number },
  ending: { kind: CallEnding; detail: string | null; lasting?: boolean },
): Promise<void> {
  await forBusiness(ctx, async function closeStream(tx) {
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
