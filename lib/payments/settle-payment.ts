import { eq } from "drizzle-orm";
import { order, payment } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { formatMoney } from "../hebrew/money.ts";
import { lockTalkOf, tellCustomer } from "../ordering/tell-customer.ts";
import type { Texts } from "../ordering/texts/index.ts";
import type { Charge } from "../providers/payments/types.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { openTaskToRefund } from "./order-payment.ts";
import { advances, type PaymentProvider, type PaymentStatus } from "./schemas/states.ts";

type PaymentRow = typeof payment.$inferSelect;
type OrderRow = typeof order.$inferSelect;
/** A charge, and at which account: each counts its own. */
export interface KnownCharge extends Charge {
  gatewayId: string;
  provider: PaymentProvider;
}
/** Money that moved, or moves, as it was asked for. */
type GoodCharge = KnownCharge & { status: "pending" | "paid" | "refunded" };

/**
 * Writes down what providers have said of a payment: once, however often and in whatever order they are asked. Who ordered is
 * told that the money is here; what is wrong with it (another sum, twice, for a cancelled order) becomes a task. Gives how
 * the payment stands.
 */
export async function settlePayment(
  ctx: Context,
  paymentId: string,
  charges: readonly KnownCharge[],
): Promise<PaymentStatus> {
  return forBusiness(ctx, async function settlePayment(tx) {
    const talk = await lockTalk(tx, paymentId);
    const [row] = await tx.select().from(payment).where(eq(payment.id, paymentId)).for("update");
    if (!row) throw new NotFound("התשלום לא נמצא");
    const ordered = row.orderId === null ? null : await orderOf(tx, row.orderId);
    const charge = theCharge(row, charges);
    await tellOfStrangeCharges(tx, ctx, row, charge, charges);
    if (charge === undefined) return hasFailed(row, charges) ? reopen(tx, ctx, row, ordered) : row.status;
    if (!advances(row.status, charge.status)) return row.status;

    await advance(tx, ctx, row, charge);
    if (ordered) await publish(tx, { type: "order.changed", orderId: ordered.id });
    if (charge.status !== "paid") return charge.status;
    const isCancelled = ordered?.status === "cancelled";
    if (isCancelled)
      await openTaskToRefund(tx, ctx, {
        ...row,
        chargeId: charge.id,
        provider: charge.provider,
        number: ordered.number,
      });
    if (ordered && talk) {
      const { number } = ordered;
      const say = (texts: Texts) =>
        isCancelled ? texts.paidThoughCancelled(number, row.amountAgorot) : texts.paid(number, row.amountAgorot);
      await publish(tx, ...(await tellCustomer(tx, ctx, talk, { number, say, onceKey: `payment:${row.id}:paid` })));
    }
    // What no order in the list shows.
    if (!ordered || ordered.archivedAt !== null) await tellStaff(tx, ctx, row);
    return charge.status;
  });
}

/** Locked first, as everywhere. */
async function lockTalk(tx: Tx, paymentId: string) {
  const [known] = await tx.select({ orderId: payment.orderId }).from(payment).where(eq(payment.id, paymentId));
  return known?.orderId ? lockTalkOf(tx, known.orderId) : null;
}

async function orderOf(tx: Tx, orderId: string): Promise<OrderRow | null> {
  const [row] = await tx.select().from(order).where(eq(order.id, orderId));
  return row ?? null;
}

/** The one that this payment is, or becomes: of the sum that was asked for. */
function theCharge(row: PaymentRow, charges: readonly KnownCharge[]): GoodCharge | undefined {
  const good = charges.filter((one): one is GoodCharge => one.amountAgorot === row.amountAgorot && isGood(one));
  return good.find((one) => isOf(row, one)) ?? good.find(({ status }) => status === "paid") ?? good[0];
}

/** Whether it is the charge that this payment is known to be. */
function isOf({ chargeId, chargeGatewayId }: PaymentRow, { id, gatewayId }: KnownCharge): boolean {
  return id === chargeId && gatewayId === chargeGatewayId;
}

function isGood({ status }: Charge): boolean {
  return status === "pending" || status === "paid" || status === "refunded";
}

/** What was on its way has not come. */
function hasFailed(row: PaymentRow, charges: readonly KnownCharge[]): boolean {
  return row.status === "pending" && charges.some((one) => isOf(row, one) && one.status === "failed");
}

async function advance(tx: Tx, ctx: Context, row: PaymentRow, charge: GoodCharge): Promise<void> {
  const { id: chargeId, gatewayId: chargeGatewayId, provider, status } = charge;
  const now = new Date();
  const paidAt = row.paidAt ?? (status === "pending" ? null : now);
  const changes = { status, provider, chargeId, chargeGatewayId, paidAt, updatedAt: now };
  await tx.update(payment).set(changes).where(eq(payment.id, row.id));
  await recordAudit(tx, ctx, {
    action: "payment.settle",
    subjectId: row.id,
    before: { status: row.status },
    after: { status, provider, chargeId, amountAgorot: row.amountAgorot },
  });
}

/** The payer may pay anew, if it is still to be paid. */
async function reopen(tx: Tx, ctx: Context, row: PaymentRow, ordered: OrderRow | null): Promise<PaymentStatus> {
  const status = ordered?.status === "cancelled" ? "cancelled" : "open";
  const after = { status, chargeId: null, chargeGatewayId: null } as const;
  await tx
    .update(payment)
    .set({ ...after, updatedAt: new Date() })
    .where(eq(payment.id, row.id));
  const before = { status: row.status, chargeId: row.chargeId };
  await recordAudit(tx, ctx, { action: "payment.fail", subjectId: row.id, before, after });
  if (ordered) await publish(tx, { type: "order.changed", orderId: ordered.id });
  return status;
}

/** Money that moved and that nobody asked for in this way: only a person can give it back. */
async function tellOfStrangeCharges(
  tx: Tx,
  ctx: Context,
  row: PaymentRow,
  ours: GoodCharge | undefined,
  charges: readonly KnownCharge[],
): Promise<void> {
  const isTheOne = (one: KnownCharge) =>
    ours ? one.id === ours.id && one.gatewayId === ours.gatewayId : isOf(row, one);
  for (const charge of charges) {
    if (charge.status !== "unasked" && (charge.status !== "paid" || isTheOne(charge))) continue;
    await openTaskOnce(tx, ctx, {
      title: `לבדוק תשלום: ${whatIsStrange(charge, row)} על ${row.description}`,
      details: `התבקש ${formatMoney(row.amountAgorot)}. מספר העסקה ב־${charge.provider}: ${charge.id}`,
      customerId: row.customerId,
      onceKey: `payment:${row.id}:charge:${charge.gatewayId}:${charge.id}`,
    });
  }
}

function whatIsStrange({ status, amountAgorot }: Charge, row: PaymentRow): string {
  if (amountAgorot === null) return "שולם במטבע אחר";
  if (amountAgorot !== row.amountAgorot) return `שולם סכום אחר (${formatMoney(amountAgorot)})`;
  return status === "unasked" ? "שולם בתשלומים" : "שולם פעמיים";
}

async function tellStaff(
  tx: Tx,
  ctx: Context,
  { id, amountAgorot, description, customerId }: PaymentRow,
): Promise<void> {
  const title = `התקבל תשלום של ${formatMoney(amountAgorot)}: ${description}`;
  await openTaskOnce(tx, ctx, { title, customerId, onceKey: `payment:${id}:paid` });
}
