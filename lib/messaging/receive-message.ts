import { and, eq, isNull, sql } from "drizzle-orm";
import { attachment, business, conversation, customer, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { setMarketingConsent } from "../customers/set-marketing-consent.ts";
import { storable } from "../db/storable.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { isSeen, withoutInvisible } from "../hebrew/bidi.ts";
import { enqueue } from "../jobs/queue.ts";
import { isOrderForm } from "../ordering/forms.ts";
import { answerLater } from "./answer-later.ts";
import { type InboundMessage, inboundMessage } from "./inbound.ts";
import { marketingWish } from "./opt-out.ts";
import { preview } from "./schemas/preview.ts";
import { searchTextOf, wordsIn } from "./search-text.ts";
import { type ConversationRow, theConversation } from "./the-conversation.ts";

/** One that is here already, by its carrier's name for it. */
export const sameMessage = {
  target: [message.businessId, message.carrier, message.providerId],
  where: sql`provider_id is not null`,
};

/**
 * A customer wrote: keeps the message with its conversation and customer, has what is attached fetched, and has it
 * answered; all or nothing. The same message again, also in parallel, changes nothing and answers false.
 */
export async function receiveMessage(ctx: Context, received: InboundMessage): Promise<boolean> {
  const inbound = storable(inboundMessage.parse(received));
  return forBusinessByKey(ctx, async function receiveMessage(tx) {
    const { conversation: row, news } = await theConversation(tx, ctx, inbound.channel, inbound.from);
    const kept = await keep(tx, ctx, row, inbound);
    if (kept === null) return false;
    const { messageId, replyDelayMs } = kept;
    await keepAttachments(tx, ctx, messageId, inbound);
    // Before anything is answered, and whoever answers: from this moment on nothing more is sent to them.
    const wish = marketingWish(inbound.body);
    if (wish !== null) {
      const { writtenAt } = inbound;
      news.push(...(await setMarketingConsent(tx, ctx, row.customerId, wish, `message:${messageId}`, writtenAt)));
    }
    await answerLater(tx, ctx, row, isOrderForm(inbound.body) ? 0 : replyDelayMs);
    const changed: LiveEvent = { type: "message.changed", conversationId: row.id, messageId };
    await publish(tx, ...news, changed);
    return true;
  });
}

/**
 * Keeps the message, and with it, in the same statement, what it changes of its conversation and its customer; null when it
 * was here before. A message costs as many questions to the database as there are, and there may be hundreds a second.
 */
async function keep(
  tx: Tx,
  ctx: Context,
  row: ConversationRow,
  inbound: InboundMessage,
): Promise<{ messageId: string; replyDelayMs: number } | null> {
  const { carrier, providerId, body, content, attachments } = inbound;
  const kept = tx.$with("kept").as(
    tx
      .insert(message)
      .values({
        businessId: ctx.businessId,
        conversationId: row.id,
        direction: "in",
        author: "customer",
        body,
        content,
        carrier,
        providerId,
        replyToId: await answered(tx, ctx, inbound),
        status: "received",
        sentAt: inbound.writtenAt,
        searchText: searchTextOf(body, ...wordsIn(content), ...attachments.map(({ fileName }) => fileName)),
      })
      .onConflictDoNothing(sameMessage)
      .returning({ id: message.id }),
  );
  const isNew = sql`exists (select from ${kept})`;
  const refreshed = tx.$with("refreshed").as(
    tx
      .update(conversation)
      .set(refresh(row, inbound))
      .where(and(eq(conversation.id, row.id), isNew))
      .returning({ id: conversation.id }),
  );
  // A name that they gave themselves is better than none; what somebody has written down stays.
  const name = nameIn(inbound.profileName ?? "");
  const named = tx.$with("named").as(
    tx
      .update(customer)
      .set({ name, updatedAt: new Date() })
      .where(and(eq(customer.id, row.customerId), isNull(customer.name), sql`${name}::text is not null`, isNew))
      .returning({ id: customer.id }),
  );
  const [made] = await tx
    .with(kept, refreshed, named)
    .select({ messageId: kept.id, replyDelayMs: business.replyDelayMs })
    .from(kept)
    .innerJoin(business, eq(business.id, ctx.businessId));
  return made ?? null;
}

/** Null for a number again, and for what nobody sees: beside it their own number would not be shown. */
function nameIn(profileName: string): string | null {
  const isNumber = /^[+\d\s().-]*$/.test(withoutInvisible(profileName));
  return isNumber || !isSeen(profileName) ? null : profileName.trim();
}

/** The message of ours or theirs that this one answers; null when we do not know it. */
export async function answered(tx: Tx, ctx: Context, { carrier, replyTo }: InboundMessage): Promise<string | null> {
  if (replyTo === null) return null;
  const [row] = await tx
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.businessId, ctx.businessId), eq(message.carrier, carrier), eq(message.providerId, replyTo)));
  return row?.id ?? null;
}

/** Has what is attached fetched. */
export async function keepAttachments(tx: Tx, ctx: Context, messageId: string, { attachments }: InboundMessage) {
  if (attachments.length === 0) return;
  const made = await tx
    .insert(attachment)
    .values(attachments.map((one, position) => ({ ...one, businessId: ctx.businessId, messageId, position })))
    .returning({ id: attachment.id });
  for (const { id } of made) {
    await enqueue(tx, { name: "fetch_attachment", payload: { businessId: ctx.businessId, attachmentId: id } });
  }
}

/** Whoever writes again wants something again. */
function refresh(row: ConversationRow, { body, attachments, content, writtenAt }: InboundMessage) {
  const now = new Date();
  // WhatsApp counts its 24 hours from when it was written. What waited may come after what was written later; clocks differ.
  const written = Math.min(writtenAt.getTime(), now.getTime());
  return {
    state: "open" as const,
    snoozedUntil: null,
    unread: row.unread + 1,
    lastInboundAt: new Date(Math.max(written, row.lastInboundAt?.getTime() ?? 0)),
    lastMessageAt: now,
    lastText: preview(body, attachments[0]?.kind ?? content.kind),
    lastDirection: "in" as const,
  };
}
