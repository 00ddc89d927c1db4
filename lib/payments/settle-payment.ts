import { eq } from "drizzle-orm";
import { order, payment } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { formatMoney } from "../hebrew/money.ts";
import { lockTalkOf, tellCustomer } from "../ordering/tell-customer.ts";
import type { Charge } from "../providers/payments/types.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { openTaskToRefund } from "./of-order.ts";
import { advances, type PaymentStatus } from "./schemas/states.ts";

type PaymentRow = typeof payment.$inferSelect;
type Settling = Exclude<Charge["status"], "failed">;

/**
 * Writes down what the provider itself has said of a payment: once, however often and in whatever order it is asked. Who
 * ordered is told that the money is here; what is wrong with it (another sum, twice, for a cancelled order) becomes a task.
 * Gives how the payment stands.
 */
export async function settlePayment(
  ctx: Context,
  paymentId: string,
  charges: readonly Charge[],
): Promise<PaymentStatus> {
  return forBusiness(ctx, async function settlePayment(tx) {
    const talk = await talkOf(tx, paymentId);
    const [row] = await tx.select().from(payment).where(eq(payment.id, paymentId)).for("update");
    if (!row) throw new NotFound("התשלום לא נמצא");
    await tellOfStrangeCharges(tx, ctx, row, charges);
    const charge = theCharge(row, charges);
    if (charge === undefined) return row.status;
    if (charge.status === "failed") return row.status === "pending" ? reopen(tx, ctx, row) : row.status;
    if (!advances(row.status, charge.status)) return row.status;
    await advance(tx, ctx, row, { ...charge, status: charge.status });

    const ordered = await orderOf(tx, row);
    if (charge.status === "paid" && ordered && talk) {
      const { number } = ordered;
      const say = { number, onceKey: `payment:${row.id}:paid` };
      const news = await tellCustomer(tx, ctx, talk, { ...say, say: (texts) => texts.paid(number, row.amountAgorot) });
      await publish(tx, ...news);
    }
    if (charge.status === "paid" && !ordered) await tellStaff(tx, ctx, row);
    if (charge.status !== "refunded" && ordered?.status === "cancelled")
      await openTaskToRefund(tx, ctx, { ...row, number: ordered.number });
    if (ordered) await publish(tx, { type: "order.changed", orderId: ordered.id });
    return charge.status;
  });
}

/** Locked first, as everywhere. */
async function talkOf(tx: Tx, paymentId: string) {
  const [known] = await tx.select({ orderId: payment.orderId }).from(payment).where(eq(payment.id, paymentId));
  return known?.orderId ? lockTalkOf(tx, known.orderId) : null;
}

/** The one that this payment is, or becomes: of the sum that was asked for. */
function theCharge(row: PaymentRow, charges: readonly Charge[]): Charge | undefined {
  const ours = charges.filter(({ amountAgorot }) => amountAgorot === row.amountAgorot);
  if (row.chargeId !== null) return ours.find(({ id }) => id === row.chargeId);
  return ours.find(({ status }) => status === "paid") ?? ours.find(({ status }) => status !== "failed");
}

async function advance(tx: Tx, ctx: Context, row: PaymentRow, { id, status }: Charge & { status: Settling }) {
  const now = new Date();
  const paidAt = row.paidAt ?? (status === "pending" ? null : now);
  await tx.update(payment).set({ status, chargeId: id, paidAt, updatedAt: now }).where(eq(payment.id, row.id));
  const before = { status: row.status };
  await recordAudit(tx, ctx, {
    action: "payment.settle",
    subjectId: row.id,
    before,
    after: { status, chargeId: id, amountAgorot: row.amountAgorot },
  });
}

/** What was on its way does not come: the payer may pay anew, on a page of the provider's that is new, too. */
async function reopen(tx: Tx, ctx: Context, row: PaymentRow): Promise<PaymentStatus> {
  const anew = { status: "open", chargeId: null, link: null, providerRef: null } as const;
  await tx
    .update(payment)
    .set({ ...anew, updatedAt: new Date() })
    .where(eq(payment.id, row.id));
  await recordAudit(tx, ctx, {
    action: "payment.fail",
    subjectId: row.id,
    before: { status: row.status },
    after: anew,
  });
  if (row.orderId !== null) await publish(tx, { type: "order.changed", orderId: row.orderId });
  return "open";
}

async function orderOf(tx: Tx, { orderId }: PaymentRow) {
  if (orderId === null) return null;
  const columns = { id: order.id, number: order.number, status: order.status };
  const [row] = await tx.select(columns).from(order).where(eq(order.id, orderId));
  return row ?? null;
}

/** Money that moved and that nobody asked for in this way: only a person can give it back. */
async function tellOfStrangeCharges(tx: Tx, ctx: Context, row: PaymentRow, charges: readonly Charge[]): Promise<void> {
  const ours = theCharge(row, charges)?.id ?? row.chargeId;
  for (const { id, status, amountAgorot } of charges) {
    if (status !== "paid" || id === ours) continue;
    const sum = amountAgorot === null ? "במטבע אחר" : formatMoney(amountAgorot);
    const why = amountAgorot === row.amountAgorot ? "שולם פעמיים" : `שולם סכום אחר (${sum})`;
    await openTaskOnce(tx, ctx, {
      title: `לבדוק תשלום: ${why} על ${row.description}`,
      details: `התבקש ${formatMoney(row.amountAgorot)}. מספר העסקה אצל הסולק: ${id}`,
      customerId: row.customerId,
      onceKey: `payment:${row.id}:charge:${id}`,
    });
  }
}

/** What no order shows. */
async function tellStaff(tx: Tx, ctx: Context, { id, amountAgorot, description, customerId }: PaymentRow) {
  await openTaskOnce(tx, ctx, {
    title: `התקבל תשלום של ${formatMoney(amountAgorot)}: ${description}`,
    customerId,
    onceKey: `payment:${id}:paid`,
  });
}
