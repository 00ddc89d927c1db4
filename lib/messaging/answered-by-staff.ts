import { eq } from "drizzle-orm";
import { conversation } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { keepEvent } from "./keep-event.ts";
import type { ConversationRow } from "./the-conversation.ts";

/** A person has written to the customer: the conversation is open, and the agent falls silent in it. */
export async function answeredByStaff(
  tx: Tx,
  ctx: Context,
  row: Pick<ConversationRow, "id" | "mode">,
): Promise<LiveEvent> {
  if (row.mode === "bot") await keepEvent(tx, ctx, row.id, { what: "to_human", reason: "staff_wrote" });
  await tx
    .update(conversation)
    .set({
      state: "open",
      snoozedUntil: null,
      ...(row.mode === "bot" ? { mode: "human", handover: "staff_wrote" } : {}),
    })
    .where(eq(conversation.id, row.id));
  return { type: "conversation.changed", conversationId: row.id };
}
