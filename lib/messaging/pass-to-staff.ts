import { eq } from "drizzle-orm";
import { conversation } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { keepEvent } from "./keep-event.ts";
import type { HandoverReason } from "./schemas/channel.ts";
import type { ConversationRow } from "./the-conversation.ts";

const TITLE: Record<Exclude<HandoverReason, "taken_over" | "staff_wrote">, string> = {
  asked: "מבקשים לדבר עם אדם",
  angry: "מישהו כועס ומחכה לתשובה",
  unsure: "הנציג לא ידע לענות",
  unavailable: "הודעה מחכה לתשובה",
};

/**
 * From here on a person answers this conversation (its row locked by the caller), and the staff get a task for it, once
 * for each of the customer's messages.
 */
export async function passToStaff(
  tx: Tx,
  ctx: Context,
  row: Pick<ConversationRow, "id" | "customerId" | "lastText">,
  reason: keyof typeof TITLE,
  messageId: string,
): Promise<LiveEvent[]> {
  await tx
    .update(conversation)
    .set({ mode: "human", handover: reason, unsureInARow: 0 })
    .where(eq(conversation.id, row.id));
  await keepEvent(tx, ctx, row.id, { what: "to_human", reason });
  await openTaskOnce(tx, ctx, {
    title: TITLE[reason],
    ...(saysMore(row.lastText) ? { details: row.lastText } : {}),
    customerId: row.customerId,
    conversationId: row.id,
    onceKey: `handover:${messageId}`,
  });
  return [{ type: "conversation.changed", conversationId: row.id }];
}

/** Than that a line of a menu was chosen, or that there was a picture. */
function saysMore(lastText: string): boolean {
  return !/^(?:\d{1,2}|\[\w+\])$/.test(lastText.trim());
}
