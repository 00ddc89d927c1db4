import { eq } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { carrierOf } from "./carrier-of.ts";
import { queueMessage } from "./queue-message.ts";
import { type ApiMessage, type SendInput, sendInput } from "./schemas/api.ts";
import { theConversation } from "./the-conversation.ts";
import { isWindowOpen } from "./window.ts";

/** Writes to a number on WhatsApp for another program. Throws RuleBroken when WhatsApp lets only approved texts through. */
export async function sendTo(ctx: Context, input: SendInput): Promise<ApiMessage> {
  requirePermission(ctx, "messages.write");
  const { to, body } = sendInput.parse(input);

  return forBusiness(ctx, async function sendTo(tx) {
    const { conversation: row, news } = await theConversation(tx, ctx, "whatsapp", to);
    if (!isWindowOpen(row, await carrierOf(tx, ctx, row.channel)))
      throw new RuleBroken("הלקוח לא כתב ב־24 השעות האחרונות, ו־WhatsApp מעביר עכשיו רק תבניות מאושרות");
    const queued = await queueMessage(tx, ctx, row, { author: "system", body });
    if (queued === null) throw new Error("a message without a key was queued before");
    await recordAudit(tx, ctx, { action: "message.send", subjectId: queued.messageId, after: { to } });
    await publish(tx, ...news, ...queued.news);
    const [made] = await tx.select({ status: message.status }).from(message).where(eq(message.id, queued.messageId));
    return {
      ...{ id: queued.messageId, direction: "out", channel: "whatsapp", status: made?.status ?? "queued", body },
      ...{ customerId: row.customerId, sentAt: null, deliveredAt: null, readAt: null },
    };
  });
}
