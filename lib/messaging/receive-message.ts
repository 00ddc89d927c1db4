import { and, eq } from "drizzle-orm";
import { attachment, business, conversation, customer, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { storable } from "../db/storable.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { enqueue } from "../jobs/queue.ts";
import { isOrderForm } from "../ordering/forms.ts";
import { answerLater } from "./answer-later.ts";
import { type InboundMessage, inboundMessage } from "./inbound.ts";
import { searchTextOf } from "./search-text.ts";
import { type ConversationRow, theConversation } from "./the-conversation.ts";

/** Longer than this is not shown in the list of conversations. */
const PREVIEW = 200;

/**
 * A customer wrote: keeps the message with its conversation and customer, has what is attached fetched, and has it
 * answered; all or nothing. The same message again, also in parallel, changes nothing and answers false.
 */
export async function receiveMessage(ctx: Context, received: InboundMessage): Promise<boolean> {
  const inbound = storable(inboundMessage.parse(received));
  return forBusiness(ctx, async function receiveMessage(tx) {
    const { conversation: row, news } = await theConversation(tx, ctx, inbound.channel, inbound.from);
    const messageId = await keep(tx, ctx, row, inbound);
    if (messageId === null) return false;
    await keepAttachments(tx, ctx, messageId, inbound);
    await nameFromProfile(tx, row, inbound);
    await refresh(tx, row, inbound);
    await answerLater(tx, ctx, row, isOrderForm(inbound.body) ? 0 : await delayOf(tx, ctx));
    const changed: LiveEvent = { type: "message.changed", conversationId: row.id, messageId };
    await publish(tx, ...news, changed);
    return true;
  });
}

async function keep(tx: Tx, ctx: Context, row: ConversationRow, inbound: InboundMessage): Promise<string | null> {
  const { carrier, providerId, body, content, attachments } = inbound;
  const [made] = await tx
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
      searchText: searchTextOf(body, ...attachments.map(({ fileName }) => fileName)),
    })
    .onConflictDoNothing({ target: [message.businessId, message.carrier, message.providerId] })
    .returning({ id: message.id });
  return made?.id ?? null;
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

/** A name that they gave themselves is better than none; what somebody has written down stays. */
async function nameFromProfile(tx: Tx, row: ConversationRow, { profileName }: InboundMessage): Promise<void> {
  const name = profileName?.trim();
  if (!name) return;
  const [known] = await tx.select({ name: customer.name }).from(customer).where(eq(customer.id, row.customerId));
  if (known?.name !== null) return;
  await tx.update(customer).set({ name, updatedAt: new Date() }).where(eq(customer.id, row.customerId));
}

async function refresh(tx: Tx, row: ConversationRow, { body, attachments, content }: InboundMessage): Promise<void> {
  const now = new Date();
  await tx
    .update(conversation)
    .set({
      // Whoever writes again wants something again.
      state: "open",
      snoozedUntil: null,
      unread: row.unread + 1,
      lastInboundAt: now,
      lastMessageAt: now,
      lastText: preview(body, attachments[0]?.kind ?? content.kind),
      lastDirection: "in",
    })
    .where(eq(conversation.id, row.id));
}

/** The beginning of the words, or in brackets what came without any: the pages put it into words. */
export function preview(body: string, kind: string): string {
  const words = body.replace(/\s+/g, " ").trim();
  return words === "" ? `[${kind}]` : words.slice(0, PREVIEW);
}

async function delayOf(tx: Tx, ctx: Context): Promise<number> {
  const [row] = await tx
    .select({ replyDelayMs: business.replyDelayMs })
    .from(business)
    .where(eq(business.id, ctx.businessId));
  return row?.replyDelayMs ?? 0;
}
