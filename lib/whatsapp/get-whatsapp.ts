import { eq, sql } from "drizzle-orm";
import { business, whatsappSession } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { whatsappNumber } from "../messaging/our-whatsapp.ts";
import { may, requirePermission } from "../permissions.ts";
import { whatsappProviderOf } from "./provider-of.ts";
import type { WhatsappView } from "./schemas.ts";

const NOTHING = { reason: null, qr: null, pairingCode: null } as const;

/** Who carries the business's WhatsApp, from which number, and how it is. What pairs a phone is shown to owners only. */
export async function getWhatsapp(ctx: Context): Promise<WhatsappView> {
  requirePermission(ctx, "messages.read");
  return forBusiness(ctx, async function getWhatsapp(tx) {
    const provider = await whatsappProviderOf(tx, ctx);
    return provider === "twilio"
      ? { provider, ...(await overTwilio(tx, ctx)) }
      : { provider, ...(await paired(tx, ctx)) };
  });
}

async function overTwilio(tx: Tx, ctx: Context) {
  const [row] = await tx.select({ number: whatsappNumber() }).from(business).where(eq(business.id, ctx.businessId));
  const number = row?.number ?? null;
  return { ...NOTHING, state: number === null ? ("STOPPED" as const) : ("WORKING" as const), number };
}

async function paired(tx: Tx, ctx: Context) {
  const [row] = await tx
    .select({ session: whatsappSession, held: sql<boolean>`coalesce(held_until > now(), false)` })
    .from(whatsappSession)
    .where(eq(whatsappSession.businessId, ctx.businessId));
  if (!row) return { ...NOTHING, state: "STOPPED" as const, number: null };
  const { wanted, state, reason, number, qr, pairingCode } = row.session;
  // Whoever held it is gone, and the next one is on its way.
  if (wanted && !row.held) return { ...NOTHING, state: "STARTING" as const, number };
  const mayPair = ctx.role !== null && may(ctx.role, "business.write");
  return { state, reason, number, qr: mayPair ? qr : null, pairingCode: mayPair ? pairingCode : null };
}
