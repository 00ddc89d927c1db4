import { and, eq, lte, sql } from "drizzle-orm";
import { conversation } from "#drizzle/schema/index.ts";
import { systemContext } from "../../context.ts";
import { forBusiness } from "../../db/tenant.ts";
import { publish } from "../../events/publish.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { keepEvent } from "../keep-event.ts";

/**
 * Its time has come: it stands first in the list and is unread again, so that somebody sees it. One that was woken, closed
 * or put off again since then stays as it is.
 */
export async function wakeConversation({ businessId, conversationId }: JobPayload<"wake_conversation">): Promise<void> {
  const ctx = systemContext(businessId, "wake_conversation");
  await forBusiness(ctx, async function wakeConversation(tx) {
    const woken = await tx
      .update(conversation)
      .set({
        ...{ state: "open", snoozedUntil: null, lastMessageAt: new Date() },
        unread: sql`greatest(${conversation.unread}, 1)`,
      })
      .where(
        and(
          eq(conversation.id, conversationId),
          eq(conversation.state, "snoozed"),
          lte(conversation.snoozedUntil, new Date()),
        ),
      )
      .returning({ id: conversation.id });
    if (woken.length === 0) return;
    await keepEvent(tx, ctx, conversationId, { what: "woken" });
    await publish(tx, { type: "conversation.changed", conversationId });
  });
}
