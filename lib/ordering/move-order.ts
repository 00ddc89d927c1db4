import { asc, eq, sql } from "drizzle-orm";
import { conversation, order, orderItem, product } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { queueMessage } from "../messaging/queue-message.ts";
import { requirePermission } from "../permissions.ts";
import { orderById } from "./order-queries.ts";
import { type MoveOrderInput, moveOrderInput, type OrderView } from "./schemas/orders.ts";
import type { OrderStatus } from "./schemas/states.ts";

const NEWS: Record<Exclude<OrderStatus, "new">, (number: number) => string> = {
  confirmed: (number) => `הזמנה מספר *${number}* אושרה. נעדכן כשתהיה מוכנה.`,
  packed: (number) => `הזמנה מספר *${number}* ארוזה ומוכנה.`,
  sent: (number) => `הזמנה מספר *${number}* יצאה לדרך.`,
  done: (number) => `הזמנה מספר *${number}* הושלמה. תודה.`,
  cancelled: (number) => `הזמנה מספר *${number}* בוטלה. לשאלות אפשר לכתוב כאן.`,
};
const ORDER: readonly OrderStatus[] = ["new", "confirmed", "packed", "sent", "done"];

/**
 * Takes an order further; the customer who ordered in writing is told, once for each status. Cancelling gives the stock
 * back. Throws RuleBroken for a step back or out of an end, NotFound for another business's order.
 */
export async function moveOrder(ctx: Context, input: MoveOrderInput): Promise<OrderView> {
  requirePermission(ctx, "orders.write");
  const { orderId, status } = moveOrderInput.parse(input);

  return forBusiness(ctx, async function moveOrder(tx) {
    const [row] = await tx.select().from(order).where(eq(order.id, orderId)).for("update");
    if (!row || row.archivedAt !== null) throw new NotFound("ההזמנה לא נמצאה");
    const before = await orderById(tx, orderId);
    if (row.status === status) return before;
    if (!mayMove(row.status, status)) throw new RuleBroken("אי אפשר לעבור למצב הזה מהמצב הנוכחי של ההזמנה");
    await tx.update(order).set({ status, updatedAt: new Date() }).where(eq(order.id, orderId));
    const news: LiveEvent[] = status === "cancelled" ? await giveBack(tx, orderId) : [];
    if (status !== "new" && row.conversationId !== null) {
      news.push(...(await tell(tx, ctx, row.conversationId, NEWS[status](row.number), `order:${orderId}:${status}`)));
    }
    const after = await orderById(tx, orderId);
    await recordAudit(tx, ctx, { action: "order.move", subjectId: orderId, before, after });
    await publish(tx, ...news, { type: "order.changed", orderId });
    return after;
  });
}

function mayMove(from: OrderStatus, to: OrderStatus): boolean {
  if (from === "cancelled" || from === "done") return false;
  return to === "cancelled" || ORDER.indexOf(to) > ORDER.indexOf(from);
}

async function giveBack(tx: Tx, orderId: string): Promise<LiveEvent[]> {
  const items = await tx
    .select({ productId: orderItem.productId, quantity: orderItem.quantity })
    .from(orderItem)
    .where(eq(orderItem.orderId, orderId))
    .orderBy(asc(orderItem.productId));
  const news: LiveEvent[] = [];
  for (const { productId, quantity } of items) {
    await tx
      .update(product)
      .set({ stock: sql`${product.stock} + ${quantity}`, updatedAt: new Date() })
      .where(sql`${product.id} = ${productId} and ${product.stock} is not null`);
    news.push({ type: "product.changed", productId });
  }
  return news;
}

async function tell(tx: Tx, ctx: Context, conversationId: string, body: string, onceKey: string): Promise<LiveEvent[]> {
  const [row] = await tx.select().from(conversation).where(eq(conversation.id, conversationId)).for("update");
  if (!row) return [];
  return (await queueMessage(tx, ctx, row, { author: "system", body, onceKey }))?.news ?? [];
}
