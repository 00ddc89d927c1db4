import { and, eq, inArray, sql } from "drizzle-orm";
import { attachment, conversation, message } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { Invalid } from "../errors.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { enqueue } from "../jobs/queue.ts";
import { carrierOf } from "./carrier-of.ts";
import type { MessageCarrier } from "./schemas/channel.ts";
import type { MessageContent } from "./schemas/content.ts";
import { preview } from "./schemas/preview.ts";
import { withoutMarks } from "./schemas/whatsapp-marks.ts";
import { searchTextOf } from "./search-text.ts";
import type { ConversationRow } from "./the-conversation.ts";

/** One that is here already, by the name that its writer gave it. */
export const sameOnceKey = {
  target: [message.businessId, message.onceKey],
  where: sql`once_key is not null`,
};

export interface NewMessage {
  author: "agent" | "staff" | "system";
  /** The person of the staff who wrote it. */
  authorId?: string;
  body: string;
  content?: MessageContent;
  /** Uploaded before and not yet sent. */
  attachmentIds?: string[];
  replyToId?: string;
  /**
   * One of many, that nobody waits for: sent after everything else, and no reason to bring the conversation up in the
   * inbox. Whether the customer may get it was decided before, and is decided again when it is handed over.
   */
  marketing?: boolean;
  /** The same thing twice is one message. */
  onceKey?: string;
}

/**
 * Puts a message into the outbox of its conversation (a row that the caller has locked), in the caller's transaction.
 * Gives what is to be published, last; null when the same `onceKey` was queued before.
 */
export async function queueMessage(
  tx: Tx,
  ctx: Context,
  row: Pick<ConversationRow, "id" | "channel">,
  { author, authorId, body: written, content, attachmentIds = [], replyToId, marketing = false, onceKey }: NewMessage,
): Promise<{ messageId: string; news: LiveEvent[] } | null> {
  const carrier = await carrierOf(tx, ctx, row.channel);
  // Our own texts are written for WhatsApp; what a person writes is theirs.
  const body = row.channel === "sms" && author !== "staff" ? withoutMarks(written) : written;
  const [made] = await tx
    .insert(message)
    .values({
      businessId: ctx.businessId,
      conversationId: row.id,
      direction: "out",
      author,
      authorId,
      body,
      content,
      carrier,
      replyToId,
      marketing,
      onceKey,
      status: "queued",
      searchText: searchTextOf(body),
    })
    .onConflictDoNothing(sameOnceKey)
    .returning({ id: message.id });
  if (!made) return null;
  const files = await attach(tx, ctx, made.id, attachmentIds);
  const lastText = preview(body, files[0]?.kind ?? content?.kind ?? "text");
  if (files.length > 0) {
    const searchText = searchTextOf(body, ...files.map(({ fileName }) => fileName));
    await tx.update(message).set({ searchText }).where(eq(message.id, made.id));
  }
  await tx
    .update(conversation)
    .set({ lastText, lastDirection: "out", ...(marketing ? {} : { lastMessageAt: new Date() }) })
    .where(eq(conversation.id, row.id));
  await sendSoon(tx, ctx, { id: made.id, marketing, author, carrier });
  return { messageId: made.id, news: [{ type: "message.changed", conversationId: row.id, messageId: made.id }] };
}

/** A phone may be off for a while; then the staff are told. */
const PHONE_WAITS_MS = 2 * 3_600_000;

/**
 * Has a message of the outbox handed over to its carrier: what somebody waits for first, marketing last. What a paired
 * phone carries is sent by whoever holds its session (server-ws/whatsapp); a job only looks, in the end, whether it was.
 * `inMs`: not before so many milliseconds; at once when not said.
 */
export async function sendSoon(
  tx: Tx,
  ctx: Context,
  { id, carrier, marketing, author }: InOutbox,
  inMs?: number,
): Promise<void> {
  const payload = { businessId: ctx.businessId, messageId: id };
  if (carrier === "baileys") {
    const runAt = new Date(Date.now() + PHONE_WAITS_MS);
    return enqueue(tx, { name: "expire_message", payload }, { onceKey: `expire:${id}`, putOff: true, runAt });
  }
  const urgency = marketing ? "later" : author === "system" ? "usual" : "now";
  const when = inMs === undefined ? {} : { runAt: new Date(Date.now() + inMs), putOff: true };
  await enqueue(tx, { name: "send_message", payload }, { onceKey: `send:${id}`, urgency, ...when });
}

/** What has to be known of a message of the outbox to have it sent. */
export type InOutbox = Pick<typeof message.$inferSelect, "id" | "marketing" | "author"> & { carrier: MessageCarrier };

/** Ties uploads to the message; gives them in their order. Throws Invalid for one that is not there to be sent. */
async function attach(tx: Tx, ctx: Context, messageId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      id: attachment.id,
      kind: attachment.kind,
      fileName: attachment.fileName,
      messageId: attachment.messageId,
    })
    .from(attachment)
    .where(
      and(eq(attachment.businessId, ctx.businessId), inArray(attachment.id, [...ids]), eq(attachment.state, "kept")),
    )
    .for("update");
  if (rows.some((row) => row.messageId !== null))
    throw new Invalid("הקובץ המצורף כבר נשלח. אפשר להסיר אותו ולשלוח את השאר");
  if (rows.length !== ids.length) throw new Invalid("אחד הקבצים המצורפים אינו קיים");
  for (const [position, id] of ids.entries()) {
    await tx.update(attachment).set({ messageId, position }).where(eq(attachment.id, id));
  }
  return ids.flatMap((one) => rows.filter(({ id }) => id === one));
}
