import { and, eq, isNotNull, min } from "drizzle-orm";
import { gateway, payment, paymentPage } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { ProviderFailed } from "../errors.ts";
import { log } from "../log.ts";
import { createGateway } from "../providers/payments/index.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { collectFrom } from "./collect.ts";
import { openKeys, UnreadableKeys } from "./keys.ts";
import type { PaymentProvider, PaymentStatus } from "./schemas/states.ts";
import { type KnownCharge, settlePayment } from "./settle-payment.ts";

/** One account that the payer was sent to, and there the provider's name for the page, if it has one. */
interface AskedPage {
  gatewayId: string;
  provider: PaymentProvider;
  keysHint: string | null;
  keys: Uint8Array | null;
  providerRef: string | null;
  since: Date;
}

interface Asking {
  /** A charge that somebody has told of. */
  hint: string | null;
  /** Take what the payer has approved, as long as it is to be paid. */
  collect: boolean;
}

/**
 * Asks every account that the payer was sent to what became of a payment, and writes that down; then, if it is still to be
 * paid, collects what the payer has approved at one of them. Gives how the payment stands. An account that refuses to say is
 * told to the staff, and keeps no other from being asked. Throws ProviderFailed when one cannot be asked just now.
 */
export async function askProvider(
  ctx: Context,
  paymentId: string,
  { hint, collect }: Asking,
  signal: AbortSignal,
): Promise<PaymentStatus> {
  const pages = await forBusiness(ctx, (tx) => pagesOf(tx, paymentId), "pagesOf");
  const charges: KnownCharge[] = [];
  const approved: (AskedPage & { providerRef: string })[] = [];
  const failures: ProviderFailed[] = [];
  for (const page of pages) {
    try {
      const answer = await gatewayOf(ctx, page).confirm({ ...page, paymentId, hint }, signal);
      charges.push(...answer.charges.map((one) => ({ ...one, gatewayId: page.gatewayId, provider: page.provider })));
      if (answer.isApproved && page.providerRef !== null) approved.push({ ...page, providerRef: page.providerRef });
      if (answer.charges.some(({ status }) => status === "failed")) await retire(ctx, paymentId, page);
    } catch (error) {
      failures.push(await failureOf(ctx, paymentId, page, error));
    }
  }
  const status = await settlePayment(ctx, paymentId, charges);
  const passing = failures.find(({ retryable }) => retryable);
  if (passing) throw passing;
  const [first] = approved;
  if (status !== "open" || !collect || !env().PAYMENTS_ENABLED || first === undefined) return status;
  try {
    await collectFrom(ctx, paymentId, first.providerRef, gatewayOf(ctx, first), signal);
  } catch (error) {
    const failure = await failureOf(ctx, paymentId, first, error);
    if (failure.retryable) throw failure;
    await retire(ctx, paymentId, first);
    return status;
  }
  return askProvider(ctx, paymentId, { hint: null, collect: false }, signal);
}

/** What the payer was given, each once, the first first. */
async function pagesOf(tx: Tx, paymentId: string): Promise<AskedPage[]> {
  const since = min(paymentPage.createdAt);
  const { id: gatewayId, provider, keysHint, keys } = gateway;
  const rows = await tx
    .select({ gatewayId, provider, keysHint, keys, providerRef: paymentPage.providerRef, since })
    .from(paymentPage)
    .innerJoin(gateway, eq(gateway.id, paymentPage.gatewayId))
    .where(and(eq(paymentPage.paymentId, paymentId), isNotNull(paymentPage.url)))
    .groupBy(gateway.id, paymentPage.providerRef)
    .orderBy(since);
  return rows.map((row) => ({ ...row, since: row.since ?? new Date() }));
}

/** Throws UnreadableKeys. */
function gatewayOf({ businessId }: Context, { provider, keys }: AskedPage) {
  if (keys === null) throw new UnreadableKeys(`the keys of ${provider} are gone`);
  return createGateway(env(), openKeys(businessId, provider, keys));
}

/** What will not be otherwise at the next try is for a person to see to, in the provider's own console. */
async function failureOf(ctx: Context, paymentId: string, page: AskedPage, error: unknown): Promise<ProviderFailed> {
  const failure = error instanceof UnreadableKeys ? new ProviderFailed("payments", false, error.message, error) : error;
  if (!(failure instanceof ProviderFailed)) throw failure;
  if (failure.retryable) return failure;
  log().error({ err: failure, payment_id: paymentId, gateway_id: page.gatewayId }, "an account refuses to tell");
  await forBusiness(ctx, async function tellOfRefusal(tx) {
    const [row] = await tx.select().from(payment).where(eq(payment.id, paymentId));
    await openTaskOnce(tx, ctx, {
      title: `לבדוק אצל הסולק אם שולם: ${row?.description ?? ""}`,
      details: `החשבון ${page.keysHint ?? ""} (${page.provider}) לא מוסר מה קרה לתשלום, או לא גובה אותו.`,
      customerId: row?.customerId ?? null,
      onceKey: `payment:${paymentId}:account:${page.gatewayId}`,
    });
  });
  return failure;
}

/** What was tried there came to nothing: whoever pays anew gets another page. */
async function retire(ctx: Context, paymentId: string, { gatewayId }: AskedPage): Promise<void> {
  await forBusiness(ctx, async function retirePage(tx) {
    const there = and(eq(paymentPage.paymentId, paymentId), eq(paymentPage.gatewayId, gatewayId));
    await tx.update(paymentPage).set({ goodUntil: null }).where(there);
  });
}
