import { and, eq } from "drizzle-orm";
import { conversation, message } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { Invalid, NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { answeredByStaff } from "./answered-by-staff.ts";
import { carrierOf } from "./carrier-of.ts";
import { queueMessage, sameOnceKey, sendSoon } from "./queue-message.ts";
import { deliveryErrorHe, isHeldBack } from "./schemas/delivery-errors.ts";
import { type WriteInput, writeInput } from "./schemas/views.ts";
import { searchTextOf } from "./search-text.ts";
import type { ConversationRow } from "./the-conversation.ts";
import { isWindowOpen } from "./window.ts";

/**
 * A person of the staff writes to the customer, or a note to colleagues. Who writes to the customer answers from now on:
 * the agent falls silent. A null id for the same `onceKey` again. Throws RuleBroken when WhatsApp lets only approved texts through, NotFound.
 */
export async function writeMessage(ctx: Context, input: WriteInput): Promise<{ messageId: string | null }> {
  requirePermission(ctx, "messages.write");
  const { conversationId, body, note, attachmentIds, replyToId, onceKey } = writeInput.parse(input);
  if (body === "" && (note || attachmentIds.length === 0)) throw new Invalid("אין מה לשלוח");
  const { authorId } = authorOf(ctx);
  const once = onceKey === undefined ? {} : { onceKey: `staff:${onceKey}` };

  return forBusiness(ctx, async function writeMessage(tx) {
    const [row] = await tx.select().from(conversation).where(eq(conversation.id, conversationId)).for("update");
    if (!row) throw new NotFound("ההתכתבות לא נמצאה");
    if (replyToId !== undefined) await refuseStranger(tx, row, replyToId);
    if (note) return { messageId: await keepNote(tx, ctx, row, { body, authorId, replyToId, ...once }) };
    if (!isWindowOpen(row, await carrierOf(tx, ctx, row.channel)))
      throw new RuleBroken("עברו 24 שעות מההודעה האחרונה של הלקוח, ו־WhatsApp מעביר עכשיו רק תבניות מאושרות");
    const queued = await queueMessage(tx, ctx, row, {
      author: "staff",
      body,
      attachmentIds,
      ...(authorId === undefined ? {} : { authorId }),
      ...(replyToId === undefined ? {} : { replyToId }),
      ...once,
    });
    if (queued === null) return { messageId: null };
    const answered = await answeredByStaff(tx, ctx, row);
    await recordAudit(tx, ctx, { action: "message.write", subjectId: queued.messageId, after: { conversationId } });
    await publish(tx, ...queued.news, answered);
    return { messageId: queued.messageId };
  });
}

/** Sends a message that has failed once more. Throws RuleBroken for one that has not or was held back, NotFound. */
export async function retryMessage(ctx: Context, messageId: string): Promise<void> {
  requirePermission(ctx, "messages.write");

  await forBusiness(ctx, async function retryMessage(tx) {
    const [row] = await tx.select().from(message).where(eq(message.id, messageId)).for("update");
    if (!row) throw new NotFound("ההודעה לא נמצאה");
    if (row.status !== "failed" && row.status !== "undelivered") throw new RuleBroken("ההודעה הזאת לא נכשלה");
    if (isHeldBack(row.errorCode)) throw new RuleBroken(deliveryErrorHe(row.errorCode));
    const [place] = await tx
      .select({ channel: conversation.channel, mode: conversation.mode })
      .from(conversation)
      .where(eq(conversation.id, row.conversationId));
    if (!place) throw new Error("a message without its conversation");
    const carrier = await carrierOf(tx, ctx, place.channel);
    // Handed over without an answer: whoever sends it again asks first whether it was taken after all.
    const unsure = row.providerId === null && row.carrier === carrier ? row.sendingSince : null;
    await tx
      .update(message)
      .set({
        status: unsure === null ? "queued" : "sending",
        errorCode: null,
        providerId: null,
        sendingSince: unsure,
        sentAt: null,
        carrier,
        attempts: 0,
        // Whoever sends the agent's words where a person answers says them.
        ...(row.author === "agent" && place.mode === "human" ? { author: "staff" as const, ...authorOf(ctx) } : {}),
      })
      .where(eq(message.id, messageId));
    const { conversationId } = row;
    await sendSoon(tx, ctx, { ...row, carrier });
    await recordAudit(tx, ctx, { action: "message.retry", subjectId: messageId, before: { status: row.status } });
    await publish(tx, { type: "message.changed", conversationId, messageId });
  });
}

function authorOf({ actor }: Context): { authorId?: string } {
  return actor.kind === "user" ? { authorId: actor.userId } : {};
}

async function refuseStranger(tx: Tx, row: ConversationRow, messageId: string): Promise<void> {
  const [known] = await tx
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.id, messageId), eq(message.conversationId, row.id)));
  if (!known) throw new NotFound("ההודעה לא נמצאה");
}

type Note = Pick<typeof message.$inferInsert, "body" | "authorId" | "replyToId" | "onceKey">;

/** Null when the same `onceKey` was kept before. */
async function keepNote(tx: Tx, ctx: Context, row: ConversationRow, { body, ...note }: Note & { body: string }) {
  const [made] = await tx
    .insert(message)
    .values({
      ...{ businessId: ctx.businessId, conversationId: row.id, direction: "out", author: "staff", body, ...note },
      ...{ content: { kind: "note" }, status: "sent", searchText: searchTextOf(body) },
    })
    .onConflictDoNothing(sameOnceKey)
    .returning({ id: message.id });
  if (!made) return null;
  await publish(tx, { type: "message.changed", conversationId: row.id, messageId: made.id });
  return made.id;
}
