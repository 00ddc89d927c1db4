import { eq, sql } from "drizzle-orm";
import { whatsappSession } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { whatsappProviderOf } from "./provider-of.ts";
import { type ConnectInput, connectInput } from "./schemas.ts";

/**
 * Has the business's phone connected: with the pairing there is, or with a new one, by a picture or by a code. Whoever
 * holds the session does it. Throws RuleBroken for a business whose WhatsApp Twilio carries.
 */
export async function connectWhatsapp(ctx: Context, input: ConnectInput): Promise<void> {
  requirePermission(ctx, "business.write");
  const { phone = null, afresh } = connectInput.parse(input);

  await forBusiness(ctx, async function connectWhatsapp(tx) {
    if ((await whatsappProviderOf(tx, ctx)) !== "baileys") throw new RuleBroken("ה־WhatsApp של העסק עובר דרך Twilio");
    const forget = afresh ? { forget: true } : {};
    await wish(tx, ctx, { wanted: true, pairPhone: phone, state: "STARTING", ...forget });
    await recordAudit(tx, ctx, { action: "whatsapp.connect", subjectId: ctx.businessId, after: { phone, afresh } });
    await publish(tx, { type: "whatsapp.changed" });
  });
}

/** Ends the pairing: the phone is told, and this device's keys are forgotten. Messages stay. */
export async function disconnectWhatsapp(ctx: Context): Promise<void> {
  requirePermission(ctx, "business.write");

  await forBusiness(ctx, async function disconnectWhatsapp(tx) {
    await wish(tx, ctx, { wanted: false, forget: true, pairPhone: null });
    await recordAudit(tx, ctx, { action: "whatsapp.disconnect", subjectId: ctx.businessId });
    await publish(tx, { type: "whatsapp.changed" });
  });
}

/** What a person wants of the session now; its holder sees that it is another wish than before. */
export async function wish(tx: Tx, ctx: Context, values: Partial<typeof whatsappSession.$inferInsert>): Promise<void> {
  const changes = { reason: null, ...values };
  await tx
    .insert(whatsappSession)
    .values({ ...changes, businessId: ctx.businessId, wish: 1 })
    .onConflictDoUpdate({
      target: whatsappSession.businessId,
      set: { ...changes, wish: sql`${whatsappSession.wish} + 1`, changedAt: new Date() },
      setWhere: eq(whatsappSession.businessId, ctx.businessId),
    });
}
