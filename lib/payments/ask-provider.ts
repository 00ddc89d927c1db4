import { and, desc, eq, isNull, or } from "drizzle-orm";
import { gateway, payment, paymentPage } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { createGateway, type GatewayKeys } from "../providers/payments/index.ts";
import type { Charge } from "../providers/payments/types.ts";
import { openKeys } from "./keys.ts";
import type { PaymentStatus } from "./schemas/states.ts";
import { settlePayment } from "./settle-payment.ts";

/** Nobody has more of them open at once, and what is older nobody pays on any more. */
const PAGES_ASKED = 10;

interface Page {
  id: string;
  gatewayId: string;
  providerRef: string | null;
  since: Date;
  keys: GatewayKeys;
}

/**
 * Asks every provider that the payer was sent to what became of it, and writes that down; gives how the payment stands. `hint`:
 * a charge that somebody has told of. `collect`: take what the payer has approved, as long as it is to be paid.
 * Throws ProviderFailed when one cannot be asked just now.
 */
export async function askProvider(
  ctx: Context,
  paymentId: string,
  { hint, collect }: { hint: string | null; collect: boolean },
  signal: AbortSignal,
): Promise<PaymentStatus> {
  const charges: Charge[] = [];
  for (const page of await forBusiness(ctx, (tx) => pagesOf(tx, paymentId), "pagesOf")) {
    const { providerRef, since, keys } = page;
    const mayCollect = collect && charges.length === 0 && (await claim(ctx, paymentId, page.id));
    const question = { paymentId, providerRef, since, hint, collect: mayCollect };
    const found = await createGateway(env(), keys).confirm(question, signal);
    charges.push(...found.filter(({ id }) => charges.every((known) => known.id !== id)));
    if (mayCollect && found.every(({ status }) => status === "failed")) await release(ctx, paymentId, page.id);
    if (found.some(({ status }) => status === "failed")) await retirePage(ctx, page.id);
  }
  return settlePayment(ctx, paymentId, charges);
}

/** Newest last; of pages that are told apart by nothing, one. */
async function pagesOf(tx: Tx, paymentId: string): Promise<Page[]> {
  const rows = await tx
    .select({ page: paymentPage, account: gateway })
    .from(paymentPage)
    .innerJoin(gateway, eq(gateway.id, paymentPage.gatewayId))
    .where(eq(paymentPage.paymentId, paymentId))
    .orderBy(desc(paymentPage.id))
    .limit(PAGES_ASKED);
  const oldest = rows.at(-1)?.page.createdAt ?? new Date();
  const pages = rows.reverse().flatMap(({ page, account }): Page[] => {
    if (page.url === null || account.keys === null) return [];
    const keys = openKeys(account.businessId, account.provider, account.keys);
    return [{ id: page.id, gatewayId: account.id, providerRef: page.providerRef, since: oldest, keys }];
  });
  const same = (one: Page, other: Page) => one.gatewayId === other.gatewayId && one.providerRef === other.providerRef;
  return pages.filter((page, index) => pages.findIndex((other) => same(page, other)) === index);
}

/** Of two pages that a payer has approved, one is collected from, also when two of us ask at once. */
async function claim(ctx: Context, paymentId: string, pageId: string): Promise<boolean> {
  if (!env().PAYMENTS_ENABLED) return false;
  return forBusiness(ctx, async function claimPayment(tx) {
    const isFree = or(isNull(payment.collectingPageId), eq(payment.collectingPageId, pageId));
    const [mine] = await tx
      .update(payment)
      .set({ collectingPageId: pageId })
      .where(and(eq(payment.id, paymentId), eq(payment.status, "open"), isFree))
      .returning({ id: payment.id });
    return mine !== undefined;
  });
}

async function release(ctx: Context, paymentId: string, pageId: string): Promise<void> {
  await forBusiness(ctx, async function releasePayment(tx) {
    const isMine = and(eq(payment.id, paymentId), eq(payment.collectingPageId, pageId));
    await tx.update(payment).set({ collectingPageId: null }).where(isMine);
  });
}

/** What was tried there came to nothing: whoever pays anew gets another page. */
async function retirePage(ctx: Context, pageId: string): Promise<void> {
  await forBusiness(ctx, async function retirePage(tx) {
    await tx.update(paymentPage).set({ goodUntil: null }).where(eq(paymentPage.id, pageId));
  });
}
