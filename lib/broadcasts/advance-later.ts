import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { enqueue } from "../jobs/queue.ts";

/** Has the next few messages of a broadcast queued at `runAt`. */
export async function advanceLater(tx: Tx, ctx: Context, broadcastId: string, runAt: Date): Promise<void> {
  await enqueue(
    tx,
    { name: "advance_broadcast", payload: { businessId: ctx.businessId, broadcastId } },
    { onceKey: `broadcast:${broadcastId}`, runAt, urgency: "later" },
  );
}
