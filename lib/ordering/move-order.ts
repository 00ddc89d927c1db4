import { eq } from "drizzle-orm";
import { order, orderItem } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { cancelPaymentOf } from "../payments/order-payment.ts";
import { requirePermission } from "../permissions.ts";
import { toldKey } from "./order-history.ts";
import { orderById, orderDetailsById } from "./order-queries.ts";
import { type MoveOrderInput, moveOrderInput, type OrderDetails } from "./schemas/orders.ts";
import { mayMove } from "./schemas/states.ts";
import { changeStock } from "./stock.ts";
import { lockTalkOf, tellCustomer } from "./tell-customer.ts";
import type { Texts } from "./texts/index.ts";

/**
 * Takes an order further; the customer who ordered in writing is told, once for each status, or, where WhatsApp lets nothing
 * but templates through by now, the staff are told to. Cancelling gives the stock back. Throws RuleBroken for a step back or out of an end, NotFound for another business's order.
 */
export async function moveOrder(ctx: Context, input: MoveOrderInput): Promise<OrderDetails> {
  requirePermission(ctx, "orders.write");
  const { orderId, status } = moveOrderInput.parse(input);

  return forBusiness(ctx, async function moveOrder(tx) {
    const talk = await lockTalkOf(tx, orderId);
    const [row] = await tx.select().from(order).where(eq(order.id, orderId)).for("update");
    if (!row || row.archivedAt !== null) throw new NotFound("ההזמנה לא נמצאה");
    if (row.status === status) return orderDetailsById(tx, orderId);
    if (!mayMove(row.status, status)) throw new RuleBroken("אי אפשר לעבור למצב הזה מהמצב הנוכחי של ההזמנה");
    const before = await orderById(tx, orderId);
    await tx.update(order).set({ status, updatedAt: new Date() }).where(eq(order.id, orderId));
    const news = status === "cancelled" ? await giveBack(tx, orderId) : [];
    if (status === "cancelled") await cancelPaymentOf(tx, ctx, row);
    if (talk && status !== "new") {
      const { number, delivery } = row;
      const say = (texts: Texts) => texts.moved(number, status, delivery.kind === "delivery");
      news.push(...(await tellCustomer(tx, ctx, talk, { number, say, onceKey: toldKey(orderId, status) })));
    }
    const after = await orderById(tx, orderId);
    await recordAudit(tx, ctx, { action: "order.move", subjectId: orderId, before, after });
    await publish(tx, ...news, { type: "order.changed", orderId });
    return orderDetailsById(tx, orderId);
  });
}

async function giveBack(tx: Tx, orderId: string): Promise<LiveEvent[]> {
  const items = await tx
    .select({ productId: orderItem.productId, quantity: orderItem.quantity })
    .from(orderItem)
    .where(eq(orderItem.orderId, orderId));
  return changeStock(tx, items, "give");
}
