import { and, eq, isNotNull } from "drizzle-orm";
import { gateway } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByPayment } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { isSignedByPayPal, paypalCertificates, readPayPalNotice } from "../providers/payments/index.ts";
import { confirmSoon } from "./confirm-later.ts";
import { openKeys, UnreadableKeys } from "./keys.ts";

/**
 * PayPal tells of a payment: it is asked. False when it is not from PayPal, or about nothing of ours: which signature would be
 * right is known by whose payment it is about. Throws ProviderFailed while the certificate cannot be fetched.
 */
export async function takePayPalNotice(headers: Headers, body: string): Promise<boolean> {
  const notice = readPayPalNotice(body);
  const businessId = notice === null ? null : await businessByPayment(notice.paymentId);
  if (notice === null || businessId === null) return false;
  const ctx: Context = { ...systemContext(businessId, "paypal"), actor: { kind: "provider", name: "paypal" } };
  if (!(await isGenuine(ctx, headers, body))) return false;
  const told = { hint: null, collect: !notice.isRefusal };
  await forBusiness(ctx, (tx) => confirmSoon(tx, ctx, notice.paymentId, told), "takePayPalNotice");
  return true;
}

/** Also from the account that the business had before. */
async function isGenuine(ctx: Context, headers: Headers, body: string): Promise<boolean> {
  const certificates = paypalCertificates(env());
  for (const webhookId of await webhooksOf(ctx))
    if (await isSignedByPayPal({ headers, body: Buffer.from(body), webhookId }, certificates)) return true;
  return false;
}

async function webhooksOf(ctx: Context): Promise<string[]> {
  const paypal = and(eq(gateway.provider, "paypal"), isNotNull(gateway.keys));
  const rows = await forBusiness(ctx, (tx) => tx.select().from(gateway).where(paypal), "webhooksOf");
  return rows.flatMap(({ businessId, keys }) => (keys === null ? [] : webhookOf(businessId, keys)));
}

/** One account whose keys cannot be read any more keeps no notice of another one out. */
function webhookOf(businessId: string, sealed: Uint8Array): string[] {
  try {
    const given = openKeys(businessId, "paypal", sealed);
    return given.provider === "paypal" ? [given.keys.webhookId] : [];
  } catch (error) {
    if (error instanceof UnreadableKeys) return [];
    throw error;
  }
}
