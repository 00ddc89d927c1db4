import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { enqueue } from "../jobs/queue.ts";

/** Has a conversation that is put off come back at `runAt`; put off anew, it comes back then. */
export async function wakeThen(tx: Tx, ctx: Context, conversationId: string, runAt: Date): Promise<void> {
  await enqueue(
    tx,
    { name: "wake_conversation", payload: { businessId: ctx.businessId, conversationId } },
    { onceKey: `wake:${conversationId}`, putOff: true, runAt },
  );
}
