import { and, desc, eq, gt, isNotNull } from "drizzle-orm";
import { payment, paymentPage } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { countHit } from "../db/system.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { ProviderFailed, RateLimited, RuleBroken } from "../errors.ts";
import { log } from "../log.ts";
import { languageIn } from "../ordering/language.ts";
import { createGateway } from "../providers/payments/index.ts";
import type { LinkRequest, PaymentLink } from "../providers/payments/types.ts";
import { askProvider } from "./ask-provider.ts";
import { lookAgain } from "./confirm-later.ts";
import { keysOf, type ReadyGateway } from "./gateway-rows.ts";
import { UnreadableKeys } from "./keys.ts";
import { payPageUrl } from "./pay-page-url.ts";
import { askedOfPayer, contextOfPayer } from "./payer.ts";
import { gatewayFor } from "./which-provider.ts";

type PaymentRow = typeof payment.$inferSelect;

const PAGES_AN_HOUR = 30;
const WITHIN_MS = 20_000;

/**
 * The provider's page for this payment: a new one, or the last as long as it is good. Who was there before may have paid, so
 * that the provider is asked first. Throws NotFound; RuleBroken when it is not to be paid (any more), or the provider does not
 * answer; RateLimited.
 */
export async function startPayment(token: string): Promise<{ url: string }> {
  const ctx = await contextOfPayer(token);
  const { hits, secondsLeft } = await countHit(`pay:${token}`, 3600);
  if (hits > PAGES_AN_HOUR) throw new RateLimited(secondsLeft);
  const begun = await forBusiness(ctx, (tx) => wasBegun(tx, token), "wasBegun");
  if (begun !== null)
    await answered(askProvider(ctx, begun, { hint: null, collect: true }, AbortSignal.timeout(WITHIN_MS)));

  const page = await forBusiness(ctx, (tx) => openPage(tx, ctx, token), "startPayment");
  if (page.kind === "there") return { url: page.url };
  const link = await answered(makeLink(page));
  await forBusiness(ctx, (tx) => keepLink(tx, ctx, page, link), "keepLink");
  return { url: link.url };
}

async function makeLink({ gateway, request }: NewPage): Promise<PaymentLink> {
  return createGateway(env(), keysOf(gateway)).createLink(request, AbortSignal.timeout(WITHIN_MS));
}

async function wasBegun(tx: Tx, token: string): Promise<string | null> {
  const { row } = await askedOfPayer(tx, token);
  requireOpen(row);
  const [page] = await tx
    .select({ id: paymentPage.id })
    .from(paymentPage)
    .where(and(eq(paymentPage.paymentId, row.id), isNotNull(paymentPage.url)))
    .limit(1);
  return page === undefined ? null : row.id;
}

interface NewPage {
  kind: "new";
  gateway: ReadyGateway;
  request: LinkRequest;
}

/** Stored before it is made: a page that the provider has made is one that we know of. */
async function openPage(tx: Tx, ctx: Context, token: string): Promise<{ kind: "there"; url: string } | NewPage> {
  const { row: asked, payee, conversationId } = await askedOfPayer(tx, token);
  const row = await lockOpen(tx, asked.id);
  const gateway = await gatewayFor(tx, row.provider);
  if (!gateway) throw new RuleBroken("אי אפשר לשלם כרגע בקישור. כדאי לפנות לעסק");
  const good = and(eq(paymentPage.gatewayId, gateway.id), gt(paymentPage.goodUntil, new Date()));
  const [last] = await tx
    .select()
    .from(paymentPage)
    .where(and(eq(paymentPage.paymentId, row.id), good))
    .orderBy(desc(paymentPage.id))
    .limit(1);
  if (last?.url) return { kind: "there", url: last.url };
  const [made] = await tx
    .insert(paymentPage)
    .values({ businessId: ctx.businessId, paymentId: row.id, gatewayId: gateway.id })
    .returning({ id: paymentPage.id });
  if (!made) throw new Error("an insert returned nothing");
  const back = `${payPageUrl(token)}/back`;
  const { amountAgorot, description } = row;
  const language = await languageIn(tx, conversationId);
  const notify = new URL(`/webhook/${gateway.provider}?payment=${token}`, env().publicUrl).toString();
  const urls = { done: `${back}?went=well`, failed: `${back}?went=wrong`, notify };
  const request = { pageId: made.id, paymentId: row.id, amountAgorot, description, payee, language, urls };
  return { kind: "new", gateway, request };
}

/** A page of what was paid meanwhile is given to nobody. */
async function keepLink(tx: Tx, ctx: Context, { gateway, request }: NewPage, link: PaymentLink): Promise<void> {
  const { pageId, paymentId } = request;
  const { url, providerRef, goodForMs } = link;
  const goodUntil = new Date(Date.now() + goodForMs);
  await lockOpen(tx, paymentId);
  await tx.update(paymentPage).set({ url, providerRef, goodUntil }).where(eq(paymentPage.id, pageId));
  await tx.update(payment).set({ provider: gateway.provider }).where(eq(payment.id, paymentId));
  await lookAgain(tx, ctx, paymentId, { pageId, nth: 0 });
}

async function lockOpen(tx: Tx, paymentId: string): Promise<PaymentRow> {
  const [row] = await tx.select().from(payment).where(eq(payment.id, paymentId)).for("update");
  if (!row) throw new Error("a payment is gone");
  requireOpen(row);
  return row;
}

function requireOpen({ status }: PaymentRow): void {
  switch (status) {
    case "paid":
    case "refunded":
      throw new RuleBroken("התשלום כבר התקבל");
    case "pending":
      throw new RuleBroken("התשלום כבר נמסר, והאישור שלו בדרך");
    case "cancelled":
      throw new RuleBroken("בקשת התשלום בוטלה");
    case "open":
      if (!env().PAYMENTS_ENABLED) throw new RuleBroken("זה דף לדוגמה: אי אפשר לשלם כאן, ולא ייגבה כסף");
      return;
    default:
      throw new Error(`a payment is ${status satisfies never}`);
  }
}

async function answered<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((cause: unknown) => {
    if (!(cause instanceof ProviderFailed || cause instanceof UnreadableKeys)) throw cause;
    log().error({ err: cause }, "a page to pay on cannot be opened");
    throw new RuleBroken("עמוד התשלום לא נפתח. כדאי לנסות שוב בעוד רגע", { cause });
  });
}
