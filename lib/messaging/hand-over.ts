import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { attachment, business, conversation, message, phoneNumber } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { log } from "../log.ts";
import {
  MessageRefused,
  type MessageSender,
  type OutgoingMessage,
  type SentMessage,
} from "../providers/whatsapp/types.ts";
import { advanceTo, furthest, oneAtATime, progress, takeEarlyStatuses } from "./advance-message.ts";
import { outgoingAttachment } from "./attachments/outgoing.ts";
import { heldBack } from "./held-back.ts";
import { ourWhatsapp } from "./our-whatsapp.ts";
import { sendSoon } from "./queue-message.ts";
import { rankOf } from "./schemas/channel.ts";
import type { HeldBackCode } from "./schemas/delivery-errors.ts";

/** One that the carrier does not take must not keep back all that is written after it. */
const HELD_UP_FOR = "-1 minute";
const LOOK_AGAIN_MS = 250;

/** What is to be handed over now; `again`: somebody may have done it already, and died before writing it down. */
interface Taken {
  outgoing: OutgoingMessage;
  again: Date | null;
  /** It must not be sent any more: all that is left is to ask whether it was. */
  held: HeldBackCode | null;
}

/**
 * Hands one message of the outbox to its carrier, once. It is marked before and after, so that whoever finds it marked
 * "sending" knows that somebody died in between, and asks the carrier first whether it was sent. A message that the
 * carrier refuses has failed, for the staff to see; what may succeed later throws, and is tried again by the caller.
 * One that has to wait for an earlier one to the same customer has a job of its own for that.
 * Whether the customer may still get it is looked at here once more, in the moment before it goes.
 */
export async function handOver(ctx: Context, messageId: string, sender: MessageSender, signal: AbortSignal) {
  const taken = await forBusinessByKey(ctx, (tx) => take(tx, ctx, messageId, sender.carrier), "handOver.take");
  if (taken === null) return;
  try {
    const { outgoing, again, held } = taken;
    const before = again && (await sender.findSent(outgoing, again, signal));
    if (before === null && held !== null) return await failMessage(ctx, messageId, held);
    const sent = before ?? (await sender.send(outgoing, signal));
    await forBusinessByKey(ctx, (tx) => keepSent(tx, ctx, messageId, sender.carrier, sent), "handOver.keepSent");
  } catch (error) {
    if (!(error instanceof MessageRefused)) throw error;
    log().warn({ err: error, message_id: messageId, code: error.errorCode }, "a message was refused by its carrier");
    await failMessage(ctx, messageId, error.errorCode);
  }
}

/** It will not be sent any more: the staff see why, and can send it again. */
export async function failMessage(ctx: Context, messageId: string, errorCode: string): Promise<void> {
  await forBusinessByKey(ctx, async function failMessage(tx) {
    const [row] = await tx.select(progress).from(message).where(eq(message.id, messageId)).for("update");
    if (row && rankOf(row.status) < rankOf("sent"))
      await publish(tx, ...(await advanceTo(tx, row, "failed", errorCode)));
  });
}

async function take(tx: Tx, ctx: Context, messageId: string, carrier: MessageSender["carrier"]): Promise<Taken | null> {
  const [row] = await tx
    .select({
      ...toHandOver,
      hasFiles: sql<boolean>`exists ${filesOf(tx, messageId)}`,
      mustWait: carrier === "twilio" ? sql<boolean>`exists ${earlier(tx)}` : sql<boolean>`false`,
    })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .innerJoin(business, eq(business.id, message.businessId))
    .where(eq(message.id, messageId))
    .for("update", { of: message });
  if (!row || row.carrier !== carrier) return null;
  if (row.status !== "queued" && row.status !== "sending") return null;
  if (row.mustWait && !row.marketing) {
    const { marketing, author } = row;
    await sendSoon(tx, ctx, { messageId, marketing, waitedFor: author !== "system", carrier, inMs: LOOK_AGAIN_MS });
    return null;
  }
  const again = row.status === "sending" ? (row.sendingSince ?? row.createdAt) : null;
  const held = await heldBack(tx, row);
  if (held !== null && again === null) {
    await publish(tx, ...(await advanceTo(tx, row, "failed", held)));
    return null;
  }
  await tx
    .update(message)
    .set({ status: "sending", attempts: row.attempts + 1, sendingSince: again ?? new Date() })
    .where(eq(message.id, messageId));
  const files = row.hasFiles ? await filesOf(tx, messageId) : [];
  return { again, held, outgoing: await outgoingOf(tx, ctx, row, files) };
}

/** What has to be known of a message to hand it over. No more: there may be hundreds a second. */
const toHandOver = {
  ...progress,
  author: message.author,
  body: message.body,
  content: message.content,
  replyToId: message.replyToId,
  marketing: message.marketing,
  errorCode: message.errorCode,
  attempts: message.attempts,
  sendingSince: message.sendingSince,
  createdAt: message.createdAt,
  channel: conversation.channel,
  address: conversation.address,
  customerId: conversation.customerId,
  mode: conversation.mode,
  handover: conversation.handover,
  whatsappNumber: business.whatsappNumber,
};
type ToHandOver = Pick<typeof message.$inferSelect, "id" | "body" | "content" | "replyToId"> &
  Pick<typeof conversation.$inferSelect, "channel" | "address"> &
  Pick<typeof business.$inferSelect, "whatsappNumber">;

/** What was written to the customer before, within the last minute, and is not sent: two jobs at once keep no order. */
function earlier(tx: Tx) {
  const before = alias(message, "before");
  return tx
    .select({ id: before.id })
    .from(before)
    .where(
      and(
        eq(before.conversationId, message.conversationId),
        lt(before.id, message.id),
        sql`${before.id} > (select uuidv7(${HELD_UP_FOR}::interval))`,
        eq(before.carrier, "twilio"),
        eq(before.marketing, false),
        inArray(before.status, ["queued", "sending"]),
      ),
    );
}

function filesOf(tx: Tx, messageId: string) {
  return tx.select().from(attachment).where(eq(attachment.messageId, messageId)).orderBy(asc(attachment.position));
}

async function outgoingOf(
  tx: Tx,
  ctx: Context,
  { id, channel, address, whatsappNumber, body, content, replyToId }: ToHandOver,
  files: (typeof attachment.$inferSelect)[],
): Promise<OutgoingMessage> {
  return {
    messageId: id,
    businessId: ctx.businessId,
    channel,
    to: address,
    from: channel === "sms" ? await smsNumber(tx, ctx) : (whatsappNumber ?? ourWhatsapp() ?? ""),
    body,
    template: content.kind === "template" ? { providerId: content.providerId, variables: content.variables } : null,
    attachments: files.map((file) => outgoingAttachment(ctx, file)),
    replyTo: replyToId === null ? null : await providerIdOf(tx, replyToId),
  };
}

/** The number that callers dial sends the business's text messages, too. */
async function smsNumber(tx: Tx, ctx: Context): Promise<string> {
  const [row] = await tx
    .select({ e164: phoneNumber.e164 })
    .from(phoneNumber)
    .where(eq(phoneNumber.businessId, ctx.businessId))
    .orderBy(asc(phoneNumber.createdAt))
    .limit(1);
  return row?.e164 ?? "";
}

async function providerIdOf(tx: Tx, messageId: string): Promise<string | null> {
  const [row] = await tx.select({ providerId: message.providerId }).from(message).where(eq(message.id, messageId));
  return row?.providerId ?? null;
}

async function keepSent(
  tx: Tx,
  ctx: Context,
  messageId: string,
  carrier: MessageSender["carrier"],
  { providerId }: SentMessage,
): Promise<void> {
  await oneAtATime(tx, { carrier, providerId });
  const [row] = await tx.select(progress).from(message).where(eq(message.id, messageId)).for("update");
  if (!row) throw new Error("a message that was just sent is gone");
  const early = await takeEarlyStatuses(tx, ctx, carrier, providerId);
  const { status, errorCode } = furthest([{ status: "sent", errorCode: null }, ...early]);
  const named = { providerId, sendingSince: null, sentAt: row.sentAt ?? new Date() };
  const news = await advanceTo(tx, row, status, errorCode, named);
  // It may have been given up meanwhile; whose it is must be known all the same.
  if (news.length === 0) await tx.update(message).set(named).where(eq(message.id, messageId));
  await publish(tx, ...news);
}
