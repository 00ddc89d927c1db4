import type { Page } from "../calls/schemas/views.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { orderById, orderPage } from "./order-queries.ts";
import { type OrderListInput, type OrderView, orderListInput } from "./schemas/orders.ts";

/** Orders, newest first, a page at a time. */
export async function listOrders(ctx: Context, input: OrderListInput): Promise<Page<OrderView>> {
  requirePermission(ctx, "orders.read");
  const parsed = orderListInput.parse(input);
  return forBusiness(ctx, (tx) => orderPage(tx, ctx, parsed), "listOrders");
}

/** Throws NotFound, also for another business's order. */
export async function getOrder(ctx: Context, orderId: string): Promise<OrderView> {
  requirePermission(ctx, "orders.read");
  return forBusiness(ctx, (tx) => orderById(tx, orderId), "getOrder");
}
