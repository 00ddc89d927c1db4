import { and, eq, isNull } from "drizzle-orm";
import { business, customer, order } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { lockedProducts, type Products } from "./catalogue.ts";
import { dropGone, linesOf, MOST_TOTAL_AGOROT, quantityOf, totalOf, withMore } from "./lines.ts";
import { orderById, orderDetailsById } from "./order-queries.ts";
import { placeOrder } from "./place-order.ts";
import { type CreateOrderInput, createOrderInput, type OrderDetails } from "./schemas/orders.ts";
import type { CartItem, Delivery } from "./schemas/states.ts";

/**
 * Writes down an order that did not come by message (by phone, over the counter), at today's prices and from the stock.
 * Throws RuleBroken when something is not for sale as it is asked for or there is too little of it; NotFound.
 */
export async function createOrder(ctx: Context, input: CreateOrderInput): Promise<OrderDetails> {
  requirePermission(ctx, "orders.write");
  const { customerId, items: asked, address, notes } = createOrderInput.parse(input);
  const items = asked.reduce<CartItem[]>(withMore, []);

  return forBusiness(ctx, async function createOrder(tx) {
    await refuseStranger(tx, customerId);
    const products = await lockedProducts(
      tx,
      ctx,
      items.map(({ productId }) => productId),
    );
    const delivery = await deliveryTo(tx, address);
    const lines = linesOf(checked(items, products), products);
    const fee = delivery.kind === "delivery" ? delivery.feeAgorot : 0;
    if (totalOf(lines) + fee > MOST_TOTAL_AGOROT) throw new RuleBroken("סכום ההזמנה גבוה מדי");
    const placed = await placeOrder(tx, ctx, {
      customerId,
      conversationId: null,
      lines,
      delivery,
      notes,
      onceKey: null,
    });
    if (placed === null) throw new Error("an order without a key was placed before");
    await publish(tx, ...placed.news);
    return orderDetailsById(tx, placed.id);
  });
}

/** Takes an order that is over out of sight. Throws RuleBroken while it is not, NotFound for another business's. */
export async function archiveOrder(ctx: Context, orderId: string): Promise<void> {
  requirePermission(ctx, "orders.write");

  await forBusiness(ctx, async function archiveOrder(tx) {
    await tx.select({ id: order.id }).from(order).where(eq(order.id, orderId)).for("update");
    const before = await orderById(tx, orderId);
    if (before.status !== "done" && before.status !== "cancelled")
      throw new RuleBroken("אפשר להסתיר רק הזמנה שהושלמה או בוטלה");
    await tx.update(order).set({ archivedAt: new Date() }).where(eq(order.id, orderId));
    await recordAudit(tx, ctx, { action: "order.archive", subjectId: orderId, before });
    await publish(tx, { type: "order.changed", orderId });
  });
}

async function refuseStranger(tx: Tx, customerId: string): Promise<void> {
  const [known] = await tx
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.id, customerId), isNull(customer.archivedAt)));
  if (!known) throw new NotFound("הלקוח לא נמצא");
}

async function deliveryTo(tx: Tx, address: string | undefined): Promise<Delivery> {
  if (!address) return { kind: "pickup" };
  const [settings] = await tx.select({ feeAgorot: business.deliveryAgorot }).from(business);
  if (settings?.feeAgorot == null) throw new RuleBroken("העסק לא עושה משלוחים");
  return { kind: "delivery", address, feeAgorot: settings.feeAgorot };
}

function checked(items: CartItem[], products: Products): CartItem[] {
  const [gone] = dropGone({ items }, products);
  if (gone) {
    const name = products.get(gone.productId)?.name;
    throw new RuleBroken(name ? `צריך לבחור אפשרויות ל${name}` : "אחד המוצרים אינו נמכר");
  }
  for (const { id, name, stock } of products.values()) {
    if (stock !== null && quantityOf(items, id) > stock) throw new RuleBroken(`מהמוצר ${name} נשארו ${stock}`);
  }
  return items;
}
