import { randomUUID } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { payment } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import type { PaymentGateway } from "../providers/payments/types.ts";

/** Longer than a provider is waited for: whoever is behind finds what became of it. */
const CLAIMED_MS = 60_000;

/**
 * Takes what the payer has approved on this page, unless the payment is not to be paid any more, or another of us is collecting,
 * from this page or another one. Whoever does not learn what became of it keeps everybody off for a minute. Throws ProviderFailed.
 */
export async function collectFrom(
  ctx: Context,
  paymentId: string,
  providerRef: string,
  provider: PaymentGateway,
  signal: AbortSignal,
): Promise<void> {
  const me = randomUUID();
  if (!(await claim(ctx, paymentId, me))) return;
  await provider.collect(providerRef, signal);
  await release(ctx, paymentId, me);
}

async function claim(ctx: Context, paymentId: string, me: string): Promise<boolean> {
  return forBusiness(ctx, async function claimPayment(tx) {
    const now = new Date();
    const isFree = or(isNull(payment.collectingUntil), lt(payment.collectingUntil, now));
    const [mine] = await tx
      .update(payment)
      .set({ collectingBy: me, collectingUntil: new Date(now.getTime() + CLAIMED_MS) })
      .where(and(eq(payment.id, paymentId), eq(payment.status, "open"), isFree))
      .returning({ id: payment.id });
    return mine !== undefined;
  });
}

async function release(ctx: Context, paymentId: string, me: string): Promise<void> {
  await forBusiness(ctx, async function releasePayment(tx) {
    const isMine = and(eq(payment.id, paymentId), eq(payment.collectingBy, me));
    await tx.update(payment).set({ collectingBy: null, collectingUntil: null }).where(isMine);
  });
}
