/** The moment before messages go: which of them may, and what is sent. */
import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { attachment, business, conversation, message, phoneNumber } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { MessageSender, OutgoingMessage } from "../providers/whatsapp/types.ts";
import type { OneOrMore } from "../together.ts";
import { advanceAll, progress } from "./advance-message.ts";
import { outgoingAttachment } from "./attachments/outgoing.ts";
import { heldBack } from "./held-back.ts";
import { whatsappNumber } from "./our-whatsapp.ts";
import { sendSoon } from "./queue-message.ts";
import type { HeldBackCode } from "./schemas/delivery-errors.ts";

/** One that the carrier does not take must not keep back all that is written after it. */
const HELD_UP_FOR = "-1 minute";
const LOOK_AGAIN_MS = 250;

type Carrier = MessageSender["carrier"];

export interface ToSend {
  ctx: Context;
  carrier: Carrier;
  messageId: string;
}

/** What is to be handed over now; `again`: somebody may have done it already, and died before writing it down. */
export interface Taken {
  outgoing: OutgoingMessage;
  again: Date | null;
  /** It must not be sent any more: all that is left is to ask whether it was. */
  held: HeldBackCode | null;
}

/**
 * Marks messages of one business as being sent by this carrier, and gives what to send of each, in their order; null for
 * one that is not to be sent now: another carrier's, sent or given up before, held back, or one that waits for another.
 */
export function takeToSend(these: OneOrMore<ToSend>): Promise<(Taken | null)[]> {
  const [{ ctx, carrier }] = these;
  const ids = these.map(({ messageId }) => messageId);
  return forBusinessByKey(ctx, async function takeToSend(tx) {
    const taken = new Map<string, Taken>();
    const heldNow = [];
    for (const row of await lock(tx, ids, carrier)) {
      if (row.carrier !== carrier || (row.status !== "queued" && row.status !== "sending")) continue;
      if (row.mustWait && !row.marketing) {
        await sendSoon(tx, ctx, { ...row, carrier }, LOOK_AGAIN_MS);
        continue;
      }
      const again = row.status === "sending" ? (row.sendingSince ?? row.createdAt) : null;
      const held = await heldBack(tx, row);
      if (held !== null && again === null) {
        heldNow.push({ row, reported: { status: "failed" as const, errorCode: held } });
        continue;
      }
      const files = row.hasFiles ? await filesOf(tx, row.id) : [];
      taken.set(row.id, { again, held, outgoing: await outgoingOf(tx, ctx, row, files) });
    }
    await markSending(tx, [...taken.keys()]);
    await publish(tx, ...(await advanceAll(tx, ctx, heldNow)));
    // Asked for twice, it is sent by who asked first.
    return ids.map((id, index) => (ids.indexOf(id) === index ? (taken.get(id) ?? null) : null));
  });
}

/** Always in the same order: two who lock the same rows wait for each other, and never both. */
function lock(tx: Tx, ids: string[], carrier: Carrier) {
  return tx
    .select({
      ...toHandOver,
      whatsappNumber: whatsappNumber(),
      hasFiles: sql<boolean>`exists ${filesOf(tx, message.id)}`,
      mustWait: carrier === "twilio" ? sql<boolean>`exists ${earlier(tx)}` : sql<boolean>`false`,
    })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .innerJoin(business, eq(business.id, message.businessId))
    .where(inArray(message.id, ids))
    .orderBy(message.id)
    .for("update", { of: message });
}

async function markSending(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const since = sql`case when ${message.status} = 'sending' then coalesce(${message.sendingSince}, ${message.createdAt})
    else clock_timestamp() end`;
  await tx
    .update(message)
    .set({ status: "sending", attempts: sql`${message.attempts} + 1`, sendingSince: since })
    .where(inArray(message.id, ids));
}

/** What has to be known of a message to hand it over. No more: there may be hundreds a second. */
const toHandOver = {
  ...progress,
  body: message.body,
  content: message.content,
  replyToId: message.replyToId,
  createdAt: message.createdAt,
  channel: conversation.channel,
  address: conversation.address,
  customerId: conversation.customerId,
  mode: conversation.mode,
  handover: conversation.handover,
};
type ToHandOver = Pick<typeof message.$inferSelect, "id" | "body" | "content" | "replyToId"> &
  Pick<typeof conversation.$inferSelect, "channel" | "address"> & { whatsappNumber: string | null };

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

function filesOf(tx: Tx, messageId: string | typeof message.id) {
  return tx.select().from(attachment).where(eq(attachment.messageId, messageId)).orderBy(asc(attachment.position));
}

async function outgoingOf(
  tx: Tx,
  ctx: Context,
  { id, channel, address, whatsappNumber: ours, body, content, replyToId }: ToHandOver,
  files: (typeof attachment.$inferSelect)[],
): Promise<OutgoingMessage> {
  return {
    messageId: id,
    businessId: ctx.businessId,
    channel,
    to: address,
    from: channel === "sms" ? await smsNumber(tx, ctx) : (ours ?? ""),
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
