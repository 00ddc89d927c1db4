import { and, asc, count, eq, gte, inArray, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { customer, order, orderItem } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { integerKey, momentKey, toPage } from "../db/cursor.ts";
import { searchPatterns } from "../db/search-patterns.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { toShekels } from "../hebrew/money.ts";
import { addDays, startOfDay } from "../hebrew/time.ts";
import { paymentsOf } from "../payments/order-payment.ts";
import type { PaymentView } from "../payments/schemas/payments.ts";
import { historyOf } from "./order-history.ts";
import type { OrderDetails, OrderSort, OrderView, orderListInput } from "./schemas/orders.ts";
import { type Sort, sorted } from "./sorting.ts";

type Filter = z.output<typeof orderListInput>;
type OrderRow = typeof order.$inferSelect;
type Row = { id: string; order: OrderRow; customerName: string | null; customerPhone: string | null };
type ItemRow = typeof orderItem.$inferSelect;

const columns = { id: order.id, order, customerName: customer.name, customerPhone: customer.phone };
const byMoment: Sort<Row> = {
  column: order.createdAt,
  type: sql`timestamptz`,
  key: momentKey,
  of: (row) => row.order.createdAt.toISOString(),
};
const byTotal: Sort<Row> = {
  column: order.totalAgorot,
  type: sql`int`,
  key: integerKey,
  of: (row) => row.order.totalAgorot,
};

/** Throws NotFound when there is none in this business. */
export async function orderById(tx: Tx, orderId: string): Promise<OrderView> {
  const [row] = await tx
    .select(columns)
    .from(order)
    .innerJoin(customer, eq(customer.id, order.customerId))
    .where(and(eq(order.id, orderId), isNull(order.archivedAt)));
  if (!row) throw new NotFound("ההזמנה לא נמצאה");
  return toView(row, await itemsOf(tx, [orderId]), await paymentsOf(tx, [orderId]));
}

/** The same with all that became of it. */
export async function orderDetailsById(tx: Tx, orderId: string): Promise<OrderDetails> {
  return { ...(await orderById(tx, orderId)), history: await historyOf(tx, orderId) };
}

/** A page of orders, newest first unless asked otherwise. */
export async function orderPage(tx: Tx, ctx: Context, filter: Filter) {
  const { where, orderBy, cursorOf } = sorted(sortOf(filter.sort), order.id, {
    ...filter,
    where: and(eq(order.businessId, ctx.businessId), isNull(order.archivedAt), matches(filter)),
  });
  const rows = await tx
    .select(columns)
    .from(order)
    .innerJoin(customer, eq(customer.id, order.customerId))
    .where(where)
    .orderBy(...orderBy)
    .limit(filter.limit + 1);
  const ids = rows.map(({ id }) => id);
  const items = await itemsOf(tx, ids);
  const payments = await paymentsOf(tx, ids);
  return toPage(rows, filter.limit, cursorOf, (row) => toView(row, items, payments));
}

export async function countNew(tx: Tx, ctx: Context): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(order)
    .where(and(eq(order.businessId, ctx.businessId), eq(order.status, "new"), isNull(order.archivedAt)));
  return row?.n ?? 0;
}

function sortOf(asked: OrderSort): Sort<Row> {
  switch (asked) {
    case "created_at":
    case "-created_at":
      return byMoment;
    case "total":
    case "-total":
      return byTotal;
    default:
      return asked satisfies never;
  }
}

function matches({ q, status, customerId, from, to }: Filter) {
  return and(
    searched(q ?? ""),
    status === "open" ? notInArray(order.status, ["done", "cancelled"]) : status ? eq(order.status, status) : undefined,
    customerId ? eq(order.customerId, customerId) : undefined,
    from ? gte(order.createdAt, startOfDay(from)) : undefined,
    to ? lt(order.createdAt, startOfDay(addDays(to, 1))) : undefined,
  );
}

function searched(asked: string) {
  const patterns = searchPatterns(asked);
  if (!patterns) return undefined;
  const { words, anywhere, atStart, number } = patterns;
  return or(
    /^#?\d{1,9}$/.test(words) ? eq(order.number, Number(words.replace("#", ""))) : undefined,
    sql`${customer.searchText} like ${anywhere}`,
    sql`${customer.searchText} like ${atStart}::text`,
    sql`${customer.searchText} like ${number}::text`,
    sql`exists (select from ${orderItem} i where i.order_id = ${order.id} and strpos(lower(i.name), lower(${asked})) > 0)`,
  );
}

async function itemsOf(tx: Tx, orderIds: string[]): Promise<ItemRow[]> {
  if (orderIds.length === 0) return [];
  return tx.select().from(orderItem).where(inArray(orderItem.orderId, orderIds)).orderBy(asc(orderItem.position));
}

function toView(
  { order: row, customerName, customerPhone }: Row,
  items: readonly ItemRow[],
  payments: ReadonlyMap<string, PaymentView>,
): OrderView {
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
    payment: payments.get(id) ?? null,
    createdAt: createdAt.toISOString(),
  };
}
