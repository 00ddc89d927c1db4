import { eq } from "drizzle-orm";
import { conversation, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { storable } from "../db/storable.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { answeredByStaff } from "./answered-by-staff.ts";
import { type InboundMessage, inboundMessage } from "./inbound.ts";
import { answered, keepAttachments, sameMessage } from "./receive-message.ts";
import { preview } from "./schemas/preview.ts";
import { searchTextOf, wordsIn } from "./search-text.ts";
import { theConversation } from "./the-conversation.ts";

/**
 * Somebody of the business wrote to a customer (`from`) on the phone itself: kept as the staff's, and a person answers
 * from now on, in a conversation that is open. What we sent ourselves, and what is told twice, changes nothing and answers false.
 */
export async function keepOwnMessage(ctx: Context, written: InboundMessage): Promise<boolean> {
  const own = storable(inboundMessage.parse(written));
  return forBusiness(ctx, async function keepOwnMessage(tx) {
    const { conversation: row, news } = await theConversation(tx, ctx, own.channel, own.from);
    const { carrier, providerId, body, content, attachments } = own;
    const [made] = await tx
      .insert(message)
      .values({
        ...{ businessId: ctx.businessId, conversationId: row.id, direction: "out", author: "staff", status: "sent" },
        ...{ body, content, carrier, providerId, sentAt: own.writtenAt, replyToId: await answered(tx, ctx, own) },
        searchText: searchTextOf(body, ...wordsIn(content), ...attachments.map(({ fileName }) => fileName)),
      })
      .onConflictDoNothing(sameMessage)
      .returning({ id: message.id });
    if (!made) return false;
    await keepAttachments(tx, ctx, made.id, own);
    await tx
      .update(conversation)
      .set({
        unread: 0,
        lastMessageAt: new Date(),
        lastText: preview(body, attachments[0]?.kind ?? content.kind),
        lastDirection: "out",
      })
      .where(eq(conversation.id, row.id));
    const changed = await answeredByStaff(tx, ctx, row);
    await publish(tx, ...news, { type: "message.changed", conversationId: row.id, messageId: made.id }, changed);
    return true;
  });
}
