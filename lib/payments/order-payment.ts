/** What the verbs about orders do with their payment, in their own transactions. */
import { and, eq, inArray } from "drizzle-orm";
import { payment } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { RuleBroken } from "../errors.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { insertPayment } from "./create-payment.ts";
import { payPageUrl } from "./pay-page-url.ts";
import type { PaymentView } from "./schemas/payments.ts";
import type { PaymentProvider } from "./schemas/states.ts";
import { readyProvider, whichProvider } from "./which-provider.ts";

interface PayableOrder {
  orderId: string;
  customerId: string;
  totalAgorot: number;
  /** For the payer, in their language. */
  description: string;
}

/** A link to pay for an order that was just placed; null where the business takes no payments. */
export async function payLinkFor(tx: Tx, ctx: Context, asked: PayableOrder): Promise<string | null> {
  if (asked.totalAgorot === 0) return null;
  const provider = await readyProvider(tx);
  return provider === null ? null : payPageUrl((await insertFor(tx, ctx, asked, provider)).token);
}

/**
 * The link to pay for an order, which has one, however often it is asked for. Throws RuleBroken when it is paid, Forbidden and
 * NotConfigured where the business cannot be paid.
 */
export async function requirePayLink(tx: Tx, ctx: Context, asked: PayableOrder): Promise<string> {
  const { id, token } = await insertFor(tx, ctx, asked, await whichProvider(tx, undefined));
  const [row] = await tx.select({ status: payment.status }).from(payment).where(eq(payment.id, id)).for("update");
  if (row?.status !== "open") throw new RuleBroken("ההזמנה הזאת כבר שולמה, או שהתשלום עליה בדרך");
  return payPageUrl(token);
}

function insertFor(
  tx: Tx,
  ctx: Context,
  { totalAgorot: amountAgorot, ...asked }: PayableOrder,
  provider: PaymentProvider,
) {
  return insertPayment(tx, ctx, { ...asked, amountAgorot, provider });
}

/** What is asked for these orders, or was paid. */
export async function paymentsOf(tx: Tx, orderIds: string[]): Promise<Map<string, PaymentView>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx.select().from(payment).where(inArray(payment.orderId, orderIds));
  return new Map(
    rows.map(({ orderId, status, token, provider, paidAt }) => [
      orderId ?? "",
      { status, provider, url: payPageUrl(token), paidAt: paidAt?.toISOString() ?? null },
    ]),
  );
}

/**
 * An order is cancelled: nobody is asked for its sum any more. What was paid has to be given back, which is done at the
 * provider, so that the staff are told to.
 */
export async function cancelPaymentOf(tx: Tx, ctx: Context, order: { id: string; number: number }): Promise<void> {
  const ofOrder = and(eq(payment.businessId, ctx.businessId), eq(payment.orderId, order.id));
  const [row] = await tx.select().from(payment).where(ofOrder).for("update");
  if (row?.status === "paid") await openTaskToRefund(tx, ctx, { ...row, number: order.number });
  if (row?.status !== "open") return;
  await tx.update(payment).set({ status: "cancelled", updatedAt: new Date() }).where(eq(payment.id, row.id));
  await recordAudit(tx, ctx, { action: "payment.cancel", subjectId: row.id });
}

/** The money is here for an order that is not to be. */
export async function openTaskToRefund(
  tx: Tx,
  ctx: Context,
  paid: { id: string; number: number; customerId: string | null; provider: PaymentProvider; chargeId: string | null },
): Promise<void> {
  const { id, number, customerId, provider, chargeId } = paid;
  const title = `להחזיר את התשלום על הזמנה ${number}: היא שולמה ובוטלה`;
  const details = `מספר העסקה ב־${provider}: ${chargeId ?? ""}`;
  await openTaskOnce(tx, ctx, { title, details, customerId, onceKey: `payment:${id}:refund` });
}
