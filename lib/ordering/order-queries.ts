import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { customer, order, orderItem } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { decodeCursor, encodeCursor, momentKey, toPage } from "../db/cursor.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { toShekels } from "../hebrew/money.ts";
import type { OrderView, orderListInput } from "./schemas/orders.ts";

const columns = { order, customerName: customer.name, customerPhone: customer.phone };
type Row = { order: typeof order.$inferSelect; customerName: string | null; customerPhone: string | null };
type ItemRow = typeof orderItem.$inferSelect;

/** Throws NotFound when there is none in this business. */
export async function orderById(tx: Tx, orderId: string): Promise<OrderView> {
  const [row] = await tx
    .select(columns)
    .from(order)
    .innerJoin(customer, eq(customer.id, order.customerId))
    .where(and(eq(order.id, orderId), isNull(order.archivedAt)));
  if (!row) throw new NotFound("ההזמנה לא נמצאה");
  const items = await itemsOf(tx, [orderId]);
  return toView(row, items);
}

/** Newest first, a page at a time. */
export async function orderPage(tx: Tx, ctx: Context, input: z.output<typeof orderListInput>) {
  const after = input.cursor ? decodeCursor(input.cursor, momentKey) : null;
  const rows = await tx
    .select(columns)
    .from(order)
    .innerJoin(customer, eq(customer.id, order.customerId))
    .where(
      and(
        eq(order.businessId, ctx.businessId),
        isNull(order.archivedAt),
        input.status ? eq(order.status, input.status) : undefined,
        input.customerId ? eq(order.customerId, input.customerId) : undefined,
        after ? sql`(${order.createdAt}, ${order.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(order.createdAt), desc(order.id))
    .limit(input.limit + 1);
  const items = await itemsOf(
    tx,
    rows.map((row) => row.order.id),
  );
  const cursorOf = (row: Row) => encodeCursor(row.order.createdAt.toISOString(), row.order.id);
  return toPage(rows, input.limit, cursorOf, (row) => toView(row, items));
}

async function itemsOf(tx: Tx, orderIds: string[]): Promise<ItemRow[]> {
  if (orderIds.length === 0) return [];
  return tx.select().from(orderItem).where(inArray(orderItem.orderId, orderIds)).orderBy(asc(orderItem.position));
}

function toView({ order: row, customerName, customerPhone }: Row, items: readonly ItemRow[]): OrderView {
  const { id, number, status, customerId, conversationId, totalAgorot, vatAgorot, delivery, notes, createdAt } = row;
  return {
    ...{ id, number, status, customerId, customerName, customerPhone, conversationId, notes },
    total: toShekels(totalAgorot),
    vat: toShekels(vatAgorot),
    delivery:
      delivery.kind === "pickup"
        ? delivery
        : { kind: "delivery", address: delivery.address, fee: toShekels(delivery.feeAgorot) },
    items: items
      .filter((item) => item.orderId === id)
      .map(({ productId, name, options, quantity, priceAgorot }) => ({
        ...{ productId, name, options, quantity },
        price: toShekels(priceAgorot),
      })),
    createdAt: createdAt.toISOString(),
  };
}
