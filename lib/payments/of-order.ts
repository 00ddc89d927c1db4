import { and, eq, inArray } from "drizzle-orm";
import { payment } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { insertPayment } from "./create-payment.ts";
import { payPageUrl } from "./pay-page-url.ts";
import type { PaymentView } from "./schemas/payments.ts";
import type { PaymentProvider } from "./schemas/states.ts";
import { readyProvider } from "./which-provider.ts";

interface PayableOrder {
  orderId: string;
  customerId: string;
  totalAgorot: number;
  /** For the payer, in their language. */
  description: string;
}

/** A link to pay for an order that was just placed, in the caller's transaction; null where the business takes no payments. */
export async function payLinkFor(tx: Tx, ctx: Context, asked: PayableOrder): Promise<string | null> {
  if (asked.totalAgorot === 0) return null;
  const provider = await readyProvider(tx);
  return provider === null ? null : askForOrder(tx, ctx, asked, provider);
}

/** The same, by whom it is to be paid through. An order has one link, however often it is asked for. */
export async function askForOrder(
  tx: Tx,
  ctx: Context,
  { orderId, customerId, totalAgorot: amountAgorot, description }: PayableOrder,
  provider: PaymentProvider,
): Promise<string> {
  const onceKey = `order:${orderId}`;
  const asked = { orderId, customerId, amountAgorot, description, provider, onceKey };
  return payPageUrl((await insertPayment(tx, ctx, asked)).token);
}

/** What is asked for these orders, or was paid. */
export async function paymentsOf(tx: Tx, ctx: Context, orderIds: string[]): Promise<Map<string, PaymentView>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(payment)
    .where(and(eq(payment.businessId, ctx.businessId), inArray(payment.orderId, orderIds)));
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
export async function cancelPaymentOf(tx: Tx, ctx: Context, order: { id: string; number: number; customerId: string }) {
  const [row] = await tx
    .select()
    .from(payment)
    .where(and(eq(payment.businessId, ctx.businessId), eq(payment.orderId, order.id)))
    .for("update");
  if (!row) return;
  if (row.status === "open") {
    await tx.update(payment).set({ status: "cancelled", updatedAt: new Date() }).where(eq(payment.id, row.id));
    await recordAudit(tx, ctx, { action: "payment.cancel", subjectId: row.id });
  } else if (row.status === "paid" || row.status === "pending") {
    await openTaskToRefund(tx, ctx, { ...row, number: order.number });
  }
}

/** Money is here for an order that is not to be. */
export async function openTaskToRefund(
  tx: Tx,
  ctx: Context,
  { id, number, customerId }: { id: string; number: number; customerId: string | null },
): Promise<void> {
  await openTaskOnce(tx, ctx, {
    title: `להחזיר את התשלום על הזמנה ${number}: היא בוטלה אחרי ששולמה`,
    customerId,
    onceKey: `payment:${id}:refund`,
  });
}
