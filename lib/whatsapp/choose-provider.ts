import { and, eq, inArray } from "drizzle-orm";
import { business, conversation, message, whatsappSession } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { lockOutbox } from "../messaging/lock-outbox.ts";
import { sendSoon } from "../messaging/queue-message.ts";
import { requirePermission } from "../permissions.ts";
import { wish } from "./connect.ts";
import { whatsappProviderOf } from "./provider-of.ts";
import { type ChooseProviderInput, chooseProviderInput, type WhatsappProvider } from "./schemas.ts";

/**
 * From now on this one carries the business's WhatsApp. Conversations stay; what waits to be sent goes the new way. A
 * paired phone that is not needed is let go, and its pairing kept for the way back: then it is connected again by itself.
 */
export async function chooseWhatsappProvider(ctx: Context, input: ChooseProviderInput): Promise<void> {
  requirePermission(ctx, "business.write");
  const { provider } = chooseProviderInput.parse(input);

  await forBusiness(ctx, async function chooseWhatsappProvider(tx) {
    const before = await whatsappProviderOf(tx, ctx);
    await tx
      .update(business)
      .set({ whatsappProvider: provider, updatedAt: new Date() })
      .where(eq(business.id, ctx.businessId));
    if (before === provider) return;
    await (provider === "twilio" ? rest(tx, ctx) : resume(tx, ctx));
    await moveOutbox(tx, ctx, provider);
    const change = { before: { provider: before }, after: { provider } };
    await recordAudit(tx, ctx, { action: "whatsapp.provider", subjectId: ctx.businessId, ...change });
    await publish(tx, { type: "whatsapp.changed" }, { type: "business.changed" });
  });
}

/** One that is not connected anyway stays as it is, with the reason for it. */
async function rest(tx: Tx, ctx: Context): Promise<void> {
  const session = await sessionOf(tx, ctx);
  if (session?.wanted) await wish(tx, ctx, { wanted: false, pairPhone: null, state: "STOPPED" });
}

/** Only what we ourselves have stopped: whatever else has is for a person to look at. */
async function resume(tx: Tx, ctx: Context): Promise<void> {
  const session = await sessionOf(tx, ctx);
  if (!session || session.number === null || session.reason !== null || session.forget) return;
  await wish(tx, ctx, { wanted: true, pairPhone: null, state: "STARTING" });
}

/** Locked, so that it does not end of itself meanwhile. */
async function sessionOf(tx: Tx, ctx: Context) {
  const { wanted, number, reason, forget } = whatsappSession;
  const [row] = await tx
    .select({ wanted, number, reason, forget })
    .from(whatsappSession)
    .where(eq(whatsappSession.businessId, ctx.businessId))
    .for("update");
  return row;
}

/** What is just being handed over stays with who has it. */
async function moveOutbox(tx: Tx, ctx: Context, carrier: WhatsappProvider): Promise<void> {
  const whatsapp = tx
    .select({ id: conversation.id })
    .from(conversation)
    .where(and(eq(conversation.businessId, ctx.businessId), eq(conversation.channel, "whatsapp")));
  const ours = and(eq(message.businessId, ctx.businessId), inArray(message.conversationId, whatsapp));
  await lockOutbox(tx, ours);
  const moved = await tx
    .update(message)
    .set({ carrier })
    .where(and(ours, eq(message.status, "queued")))
    .returning({ id: message.id, marketing: message.marketing, author: message.author });
  for (const row of moved) await sendSoon(tx, ctx, { ...row, carrier });
}
