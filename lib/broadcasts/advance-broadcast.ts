import { and, asc, eq } from "drizzle-orm";
import { broadcast, broadcastRecipient, conversation, customer, messageTemplate } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { isUnwritable } from "../db/refused-row.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { formatPhone } from "../hebrew/phone.ts";
import { log } from "../log.ts";
import { carrierOf } from "../messaging/carrier-of.ts";
import { queueMessage } from "../messaging/queue-message.ts";
import { theConversation } from "../messaging/the-conversation.ts";
import { isSendable, messageOf, type TemplateRow } from "../templates/sendable-template.ts";
import { advanceLater } from "./advance-later.ts";
import { type Candidate, skipReason } from "./audience.ts";
import { endBroadcast } from "./end-broadcast.ts";
import { paceOf } from "./pace.ts";
import { needsName, valuesOf } from "./schemas/fields.ts";
import type { SkipReason } from "./schemas/states.ts";

type BroadcastRow = typeof broadcast.$inferSelect;
type RecipientRow = typeof broadcastRecipient.$inferSelect;

/**
 * Queues the next few messages of a broadcast and the job for those after them, in one transaction: whoever dies in the
 * middle has done nothing, and a repeat finds what is done. Whether somebody may still be written to is asked here anew,
 * and once more when the message is handed over.
 */
export async function advanceBroadcast(ctx: Context, broadcastId: string, now = new Date()): Promise<void> {
  await forBusiness(ctx, async function advanceBroadcast(tx) {
    const [row] = await tx.select().from(broadcast).where(eq(broadcast.id, broadcastId)).for("update");
    if (row?.state !== "running") return;
    // A job that was repeated comes early.
    if (row.nextAt > now) return advanceLater(tx, ctx, row.id, row.nextAt);
    const [template] = await tx.select().from(messageTemplate).where(eq(messageTemplate.id, row.templateId));
    const carried = (await carrierOf(tx, ctx, "whatsapp")) === "twilio";
    if (!template || !carried || !isSendable(template))
      return publish(tx, ...(await endBroadcast(tx, row, "template")));
    const { size, everyMs } = paceOf(row.perMinute);
    const part = await nextPart(tx, row, size);
    const news: LiveEvent[] = [];
    // In the order of their numbers: two broadcasts that lock the same conversations do not wait for each other for ever.
    for (const recipient of part.toSorted(byPhone)) news.push(...(await reachAlone(tx, ctx, row, template, recipient)));
    if (part.length < size) {
      news.push(...(await endBroadcast(tx, row, null)));
    } else {
      const nextAt = new Date(now.getTime() + everyMs);
      await tx.update(broadcast).set({ nextAt }).where(eq(broadcast.id, row.id));
      await advanceLater(tx, ctx, row.id, nextAt);
      news.push({ type: "broadcast.changed", broadcastId: row.id });
    }
    await publish(tx, ...news);
  });
}

async function nextPart(tx: Tx, { id }: BroadcastRow, size: number): Promise<RecipientRow[]> {
  return tx
    .select()
    .from(broadcastRecipient)
    .where(and(eq(broadcastRecipient.broadcastId, id), eq(broadcastRecipient.state, "waiting")))
    .orderBy(asc(broadcastRecipient.id))
    .limit(size);
}

function byPhone(a: RecipientRow, b: RecipientRow): number {
  return (a.phone ?? "").localeCompare(b.phone ?? "");
}

/** In a transaction of its own within that of the part: whoever cannot be written to keeps nobody else waiting. */
async function reachAlone(
  tx: Tx,
  ctx: Context,
  row: BroadcastRow,
  template: TemplateRow,
  recipient: RecipientRow,
): Promise<LiveEvent[]> {
  try {
    return await tx.transaction((own) => reach(own, ctx, row, template, recipient));
  } catch (error) {
    // A lock or a connection that was lost is the moment's, and the part is tried again.
    if (!(error instanceof RuleBroken || isUnwritable(error))) throw error;
    log().error({ err: error, recipient_id: recipient.id }, "a recipient of a broadcast cannot be written to");
    return skip(tx, recipient.id, "unwritable");
  }
}

/** Queues the message to one recipient, or notes why not. */
async function reach(
  tx: Tx,
  ctx: Context,
  { id, variables }: BroadcastRow,
  template: TemplateRow,
  { id: recipientId, phone, customerId }: RecipientRow,
): Promise<LiveEvent[]> {
  const named = needsName(variables);
  const before =
    customerId === null ? null : skipReason(await personOf(tx, customerId, phone), template.category, named);
  if (before !== null || phone === null) return skip(tx, recipientId, before ?? "no_number");
  const { conversation: talk, news } = await theConversation(tx, ctx, "whatsapp", phone);
  // A number that was nobody's may have become somebody's meanwhile.
  const person = await personOf(tx, talk.customerId, phone);
  const reason = skipReason(person, template.category, named);
  if (reason !== null) return [...news, ...(await skip(tx, recipientId, reason))];
  const values = valuesOf(variables, { name: person.name, phone: formatPhone(phone) });
  const queued = await queueMessage(tx, ctx, talk, {
    author: "system",
    ...messageOf(template, values),
    marketing: true,
    onceKey: `broadcast:${id}:${recipientId}`,
  });
  if (queued === null) throw new Error("a recipient who waits was written to already");
  // Nobody has written yet: it comes into the inbox with the answer.
  if (talk.lastDirection === null)
    await tx.update(conversation).set({ state: "closed" }).where(eq(conversation.id, talk.id));
  await tx
    .update(broadcastRecipient)
    .set({ state: "queued", messageId: queued.messageId })
    .where(eq(broadcastRecipient.id, recipientId));
  return [...news, ...queued.news];
}

async function personOf(tx: Tx, customerId: string, phone: string | null): Promise<Candidate> {
  const [row] = await tx
    .select({ name: customer.name, marketing: customer.marketing })
    .from(customer)
    .where(eq(customer.id, customerId));
  return { customerId, phone, name: row?.name ?? null, marketing: row?.marketing ?? "unknown" };
}

async function skip(tx: Tx, recipientId: string, reason: SkipReason): Promise<[]> {
  await tx
    .update(broadcastRecipient)
    .set({ state: "skipped", skipReason: reason })
    .where(eq(broadcastRecipient.id, recipientId));
  return [];
}
