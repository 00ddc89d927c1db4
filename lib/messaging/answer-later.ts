import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { enqueue } from "../jobs/queue.ts";
import type { ConversationRow } from "./the-conversation.ts";

/**
 * Has the conversation answered `delayMs` from now; each further message of a burst puts it off anew. Whether there is
 * anything to answer, and whether the agent may, is decided then. Two answers may be thought of at once; one is kept
 * (keep-answer.ts). A named queue would keep them apart, but graphile-worker locks every queue there is at each look for a
 * job, and there are as many as conversations.
 */
export async function answerLater(
  tx: Tx,
  ctx: Context,
  { id: conversationId }: Pick<ConversationRow, "id">,
  delayMs: number,
): Promise<void> {
  await enqueue(
    tx,
    { name: "answer_conversation", payload: { businessId: ctx.businessId, conversationId } },
    {
      onceKey: `answer:${conversationId}`,
      putOff: true,
      runAt: new Date(Date.now() + delayMs),
      urgency: "now",
    },
  );
}
