/**
 * What providers tell of payments. A notice is never believed, only heard: when it is genuine, the provider is asked itself.
 * So it may come twice, late, or in any order.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { payment } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByPayment, businessByPaymentToken } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { paypalCertificates, TRANZILA_FIELD } from "../providers/payments/index.ts";
import { isSignedByPayPal } from "../providers/payments/paypal/signature.ts";
import { confirmSoon } from "./confirm-payment.ts";
import { gatewayOf } from "./gateways.ts";
import { openKeys } from "./keys.ts";
import { isPayToken } from "./pay-page-url.ts";

/** Where PayPal's events carry what we gave it: an order in its units, a capture and a refund at the top. */
const paypalEvent = z.object({
  resource: z.object({
    custom_id: z.uuid().optional(),
    purchase_units: z.array(z.object({ custom_id: z.uuid().optional() })).optional(),
  }),
});

/**
 * False when it is not from PayPal, or about nothing of ours: which signature would be right is known by whose payment it
 * is about. Throws ProviderFailed while the certificate cannot be fetched.
 */
export async function takePayPalNotice(headers: Headers, body: string): Promise<boolean> {
  const { resource } = paypalEvent.safeParse(json(body)).data ?? {};
  const paymentId = resource?.custom_id ?? resource?.purchase_units?.[0]?.custom_id;
  const businessId = paymentId === undefined ? null : await businessByPayment(paymentId);
  if (paymentId === undefined || businessId === null) return false;
  const ctx = providerContext(businessId, "paypal");
  const webhookId = await webhookIdOf(ctx);
  if (webhookId === null) return false;
  const notice = { headers, body: Buffer.from(body), webhookId };
  if (!(await isSignedByPayPal(notice, paypalCertificates(env())))) return false;
  await forBusiness(ctx, (tx) => confirmSoon(tx, ctx, paymentId, null), "takePayPalNotice");
  return true;
}

/**
 * Tranzila signs nothing: what is genuine comes to the address that was made for this payment alone, and names it.
 * `token` is of that address, `fields` what was posted to it.
 */
export async function takeTranzilaNotice(token: string | null, fields: Record<string, string>): Promise<boolean> {
  const businessId = token !== null && isPayToken(token) ? await businessByPaymentToken(token) : null;
  if (token === null || businessId === null) return false;
  const ctx = providerContext(businessId, "tranzila");
  const named = fields[TRANZILA_FIELD];
  const index = /^\d{1,15}$/.test(fields.index ?? "") ? (fields.index ?? null) : null;
  return forBusiness(ctx, async function takeTranzilaNotice(tx) {
    const [row] = await tx.select({ id: payment.id }).from(payment).where(eq(payment.token, token));
    if (!row || (named !== undefined && named !== row.id)) return false;
    await confirmSoon(tx, ctx, row.id, index);
    return true;
  });
}

function providerContext(businessId: string, name: string): Context {
  return { ...systemContext(businessId, name), actor: { kind: "provider", name } };
}

async function webhookIdOf(ctx: Context): Promise<string | null> {
  const row = await forBusiness(ctx, (tx) => gatewayOf(tx, ctx, "paypal"), "webhookIdOf");
  if (!row?.keys) return null;
  const given = openKeys(ctx.businessId, "paypal", row.keys);
  return given.provider === "paypal" ? given.keys.webhookId : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
