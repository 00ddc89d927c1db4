import { eq } from "drizzle-orm";
import { payment } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import { type Context, systemContext } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { enqueue } from "../jobs/queue.ts";
import type { JobPayload } from "../jobs/schemas.ts";
import { createGateway } from "../providers/payments/index.ts";
import { gatewayOf } from "./gateways.ts";
import { openKeys } from "./keys.ts";
import { settlePayment } from "./settle-payment.ts";

/** Notices get lost: when a provider is asked of its own accord about a payment that somebody has begun, in minutes. */
const LOOKS_AFTER_MINUTES = [3, 10, 30, 120, 720, 1440, 2880];

/** Asks the provider what became of a payment, and writes it down. Throws ProviderFailed when it cannot be asked just now. */
export async function confirmPayment(
  { businessId, paymentId, hint, look }: JobPayload<"confirm_payment">,
  signal: AbortSignal,
): Promise<void> {
  const ctx: Context = systemContext(businessId, "payments");
  const known = await forBusiness(ctx, (tx) => askedOf(tx, ctx, paymentId), "confirmPayment");
  if (known === null) return;
  const { row, keys } = known;
  const question = { paymentId, providerRef: row.providerRef, since: row.createdAt, hint };
  const charges = await createGateway(env(), keys).confirm(question, signal);
  const status = await settlePayment(ctx, paymentId, charges);
  const isOver = status === "paid" || status === "refunded";
  if (look !== null && !isOver) await forBusiness(ctx, (tx) => lookAgain(tx, ctx, paymentId, look + 1), "lookAgain");
}

/** Has a provider asked soon, since somebody has told that something happened: nobody's word is taken for it. */
export async function confirmSoon(tx: Tx, ctx: Context, paymentId: string, hint: string | null): Promise<void> {
  const payload = { businessId: ctx.businessId, paymentId, hint, look: null };
  const onceKey = `payment:${paymentId}:${hint ?? ""}`;
  await enqueue(tx, { name: "confirm_payment", payload }, { onceKey, urgency: "now" });
}

/** Has a provider asked later, in case nobody tells. `look` counts from 0. */
export async function lookAgain(tx: Tx, ctx: Context, paymentId: string, look: number): Promise<void> {
  const minutes = LOOKS_AFTER_MINUTES[look];
  if (minutes === undefined) return;
  const payload = { businessId: ctx.businessId, paymentId, hint: null, look };
  const runAt = new Date(Date.now() + minutes * 60_000);
  await enqueue(
    tx,
    { name: "confirm_payment", payload },
    { onceKey: `payment:${paymentId}:look`, runAt, putOff: true },
  );
}

/** Null when there is nothing to ask about, or nobody to ask. */
async function askedOf(tx: Tx, ctx: Context, paymentId: string) {
  const [row] = await tx.select().from(payment).where(eq(payment.id, paymentId));
  const gateway = row && (await gatewayOf(tx, ctx, row.provider));
  if (!row || !gateway?.keys) return null;
  return { row, keys: openKeys(ctx.businessId, row.provider, gateway.keys) };
}
