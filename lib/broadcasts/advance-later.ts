import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { enqueue } from "../jobs/queue.ts";

/** The worker's pauses between them grow: the last comes after half an hour, and until then the staff see it run. */
export const ATTEMPTS = 8;

/** Has the next few messages of a broadcast queued at `runAt`. */
export async function advanceLater(tx: Tx, ctx: Context, broadcastId: string, runAt: Date): Promise<void> {
  await enqueue(
    tx,
    { name: "advance_broadcast", payload: { businessId: ctx.businessId, broadcastId } },
    { onceKey: `broadcast:${broadcastId}`, runAt, urgency: "later", maxAttempts: ATTEMPTS },
  );
}
