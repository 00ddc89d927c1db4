/** What somebody who has a link to pay can do: see what it is for, go to the provider's page, come back. */
import { eq } from "drizzle-orm";
import { business, customer, order, payment } from "#drizzle/schema/index.ts";
import { webhookUrl } from "../calls/stream-url.ts";
import { env } from "../config/env.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByPaymentToken, countHit } from "../db/system.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { NotFound, ProviderFailed, RateLimited, RuleBroken } from "../errors.ts";
import { languageIn } from "../ordering/tell-customer.ts";
import { createGateway } from "../providers/payments/index.ts";
import type { LinkRequest } from "../providers/payments/types.ts";
import { confirmSoon, lookAgain } from "./confirm-payment.ts";
import { gatewayOf } from "./gateways.ts";
import { openKeys } from "./keys.ts";
import { isPayToken, payPageUrl } from "./pay-page-url.ts";
import type { PayPage } from "./schemas/payments.ts";

const LINKS_AN_HOUR = 30;
const LINK_WITHIN_MS = 20_000;

/** What the payer sees. Throws NotFound for a name that is nobody's. */
export async function payPageOf(token: string): Promise<PayPage> {
  const ctx = await contextOf(token);
  return forBusiness(ctx, async function payPageOf(tx) {
    const { row, payee, conversationId } = await askedFor(tx, token);
    const gateway = await gatewayOf(tx, ctx, row.provider);
    const isReady = gateway?.keys != null && gateway.enabled;
    return {
      business: payee,
      description: row.description,
      amountAgorot: row.amountAgorot,
      provider: row.provider,
      status: row.status,
      payable: !env().PAYMENTS_ENABLED ? "nothing_is_charged" : isReady ? "yes" : "not_now",
      language: await languageIn(tx, conversationId),
    };
  });
}

/**
 * The provider's page for this payment: a new one, or the last as long as it is good. Throws NotFound; RuleBroken when it is
 * not to be paid (any more), or the provider does not answer; RateLimited.
 */
export async function startPayment(token: string): Promise<{ url: string }> {
  const ctx = await contextOf(token);
  const { hits, secondsLeft } = await countHit(`pay:${token}`, 3600);
  if (hits > LINKS_AN_HOUR) throw new RateLimited(secondsLeft);
  const { row, keys, request } = await forBusiness(ctx, (tx) => requirePayable(tx, ctx, token), "startPayment");
  if (row.link !== null && row.linkGoodUntil !== null && new Date() < row.linkGoodUntil) return { url: row.link };

  const link = await createGateway(env(), keys)
    .createLink(request, AbortSignal.timeout(LINK_WITHIN_MS))
    .catch((cause: unknown) => {
      if (!(cause instanceof ProviderFailed)) throw cause;
      throw new RuleBroken("עמוד התשלום לא נפתח. כדאי לנסות שוב בעוד רגע", { cause });
    });
  await forBusiness(ctx, async function keepLink(tx) {
    const linkGoodUntil = new Date(Date.now() + link.goodForMs);
    await tx
      .update(payment)
      .set({ link: link.url, providerRef: link.providerRef, linkGoodUntil })
      .where(eq(payment.id, row.id));
    await lookAgain(tx, ctx, row.id, 0);
  });
  return { url: link.url };
}

/** The payer is back from the provider's page, or the provider tells of them; `charge`: the charge that is told of. Throws NotFound. */
export async function tellOfPayment(token: string, charge: string | null): Promise<void> {
  const ctx = await contextOf(token);
  await forBusiness(ctx, async function tellOfPayment(tx) {
    const { row } = await askedFor(tx, token);
    await confirmSoon(tx, ctx, row.id, charge);
  });
}

async function contextOf(token: string): Promise<Context> {
  const businessId = isPayToken(token) ? await businessByPaymentToken(token) : null;
  if (businessId === null) throw new NotFound("הקישור לתשלום לא נמצא");
  return systemContext(businessId, "pay page");
}

async function askedFor(tx: Tx, token: string) {
  const [found] = await tx
    .select({
      row: payment,
      payee: business.name,
      payer: { name: customer.name, phone: customer.phone },
      conversationId: order.conversationId,
    })
    .from(payment)
    .innerJoin(business, eq(business.id, payment.businessId))
    .leftJoin(customer, eq(customer.id, payment.customerId))
    .leftJoin(order, eq(order.id, payment.orderId))
    .where(eq(payment.token, token));
  if (!found) throw new NotFound("הקישור לתשלום לא נמצא");
  return found;
}

async function requirePayable(tx: Tx, ctx: Context, token: string) {
  const { row, payee, payer } = await askedFor(tx, token);
  if (row.status === "paid" || row.status === "refunded") throw new RuleBroken("התשלום כבר התקבל");
  if (row.status === "pending") throw new RuleBroken("התשלום כבר נמסר, והאישור שלו בדרך");
  if (row.status === "cancelled") throw new RuleBroken("בקשת התשלום בוטלה");
  if (!env().PAYMENTS_ENABLED) throw new RuleBroken("זה דף לדוגמה: אי אפשר לשלם כאן, ולא ייגבה כסף");
  const gateway = await gatewayOf(tx, ctx, row.provider);
  if (!gateway?.keys || !gateway.enabled) throw new RuleBroken("אי אפשר לשלם כרגע בקישור. כדאי לפנות לעסק");
  const back = `${payPageUrl(token)}/back`;
  const request: LinkRequest = {
    paymentId: row.id,
    amountAgorot: row.amountAgorot,
    description: row.description,
    payee,
    payer: { name: payer?.name ?? null, phone: payer?.phone ?? null },
    urls: {
      done: `${back}?went=well`,
      failed: `${back}?went=wrong`,
      notify: `${webhookUrl(`/webhook/${row.provider}`)}?payment=${token}`,
    },
    attempt: String(row.linkGoodUntil?.getTime() ?? 0),
  };
  return { row, keys: openKeys(ctx.businessId, row.provider, gateway.keys), request };
}
