import type { Page } from "../calls/schemas/views.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { countNew, orderDetailsById, orderPage } from "./order-queries.ts";
import { type OrderDetails, type OrderListInput, type OrderView, orderListInput } from "./schemas/orders.ts";

/** Orders, newest first unless asked otherwise, a page at a time. */
export async function listOrders(ctx: Context, input: OrderListInput): Promise<Page<OrderView>> {
  requirePermission(ctx, "orders.read");
  const parsed = orderListInput.parse(input);
  return forBusiness(ctx, (tx) => orderPage(tx, ctx, parsed), "listOrders");
}

/** An order with the steps that it has made. Throws NotFound, also for another business's order. */
export async function getOrder(ctx: Context, orderId: string): Promise<OrderDetails> {
  requirePermission(ctx, "orders.read");
  return forBusiness(ctx, (tx) => orderDetailsById(tx, orderId), "getOrder");
}

/** How many orders nobody has looked after yet. */
export async function countNewOrders(ctx: Context): Promise<number> {
  requirePermission(ctx, "orders.read");
  return forBusiness(ctx, (tx) => countNew(tx, ctx), "countNewOrders");
}
