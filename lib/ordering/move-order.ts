import { eq } from "drizzle-orm";
import { cart, conversation, order, orderItem } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { carrierOf } from "../messaging/carrier-of.ts";
import { queueMessage } from "../messaging/queue-message.ts";
import { isWindowOpen } from "../messaging/window.ts";
import { requirePermission } from "../permissions.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { toldKey } from "./order-history.ts";
import { orderById, orderDetailsById } from "./order-queries.ts";
import { type MoveOrderInput, moveOrderInput, type OrderDetails } from "./schemas/orders.ts";
import { mayMove } from "./schemas/states.ts";
import { changeStock } from "./stock.ts";
import { textsIn } from "./texts/index.ts";

type OrderRow = typeof order.$inferSelect;

/**
 * Takes an order further; the customer who ordered in writing is told, once for each status, or, where WhatsApp lets nothing
 * but templates through by now, the staff are told to. Cancelling gives the stock back. Throws RuleBroken for a step back or out of an end, NotFound for another business's order.
 */
export async function moveOrder(ctx: Context, input: MoveOrderInput): Promise<OrderDetails> {
  requirePermission(ctx, "orders.write");
  const { orderId, status } = moveOrderInput.parse(input);

  return forBusiness(ctx, async function moveOrder(tx) {
    const talk = await lockConversation(tx, orderId);
    const [row] = await tx.select().from(order).where(eq(order.id, orderId)).for("update");
    if (!row || row.archivedAt !== null) throw new NotFound("ההזמנה לא נמצאה");
    if (row.status === status) return orderDetailsById(tx, orderId);
    if (!mayMove(row.status, status)) throw new RuleBroken("אי אפשר לעבור למצב הזה מהמצב הנוכחי של ההזמנה");
    const before = await orderById(tx, orderId);
    await tx.update(order).set({ status, updatedAt: new Date() }).where(eq(order.id, orderId));
    const news = status === "cancelled" ? await giveBack(tx, orderId) : [];
    if (talk && status !== "new") news.push(...(await tell(tx, ctx, talk, row, status)));
    const after = await orderById(tx, orderId);
    await recordAudit(tx, ctx, { action: "order.move", subjectId: orderId, before, after });
    await publish(tx, ...news, { type: "order.changed", orderId });
    return orderDetailsById(tx, orderId);
  });
}

/** First of all, as who answers in it does: two that lock in different orders wait for each other for ever. */
async function lockConversation(tx: Tx, orderId: string) {
  const [row] = await tx.select({ conversationId: order.conversationId }).from(order).where(eq(order.id, orderId));
  if (!row?.conversationId) return null;
  const [found] = await tx.select().from(conversation).where(eq(conversation.id, row.conversationId)).for("update");
  return found ?? null;
}

async function giveBack(tx: Tx, orderId: string): Promise<LiveEvent[]> {
  const items = await tx
    .select({ productId: orderItem.productId, quantity: orderItem.quantity })
    .from(orderItem)
    .where(eq(orderItem.orderId, orderId));
  return changeStock(tx, items, "give");
}

/** In the language in which they ordered. */
async function tell(
  tx: Tx,
  ctx: Context,
  talk: typeof conversation.$inferSelect,
  { id, number, delivery }: OrderRow,
  status: Exclude<OrderRow["status"], "new">,
): Promise<LiveEvent[]> {
  const [known] = await tx.select({ language: cart.language }).from(cart).where(eq(cart.conversationId, talk.id));
  const body = textsIn(known?.language ?? "he").moved(number, status, delivery.kind === "delivery");
  const onceKey = toldKey(id, status);
  if (!isWindowOpen(talk, await carrierOf(tx, ctx, talk.channel))) {
    const title = `לעדכן על הזמנה ${number}: עברו 24 שעות, ו־WhatsApp מעביר רק תבניות`;
    await openTaskOnce(tx, ctx, {
      title,
      details: body,
      customerId: talk.customerId,
      conversationId: talk.id,
      onceKey,
    });
    return [];
  }
  const queued = await queueMessage(tx, ctx, talk, { author: "system", body, onceKey });
  return queued?.news ?? [];
}
