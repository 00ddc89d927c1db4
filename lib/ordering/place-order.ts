import { and, eq } from "drizzle-orm";
import { order, orderItem } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { vatWithin } from "../hebrew/vat.ts";
import { type Line, totalOf } from "./lines.ts";
import { nextNumber } from "./next-number.ts";
import type { Delivery } from "./schemas/states.ts";
import { changeStock } from "./stock.ts";

const FIRST_NUMBER = 1001;

interface NewOrder {
  customerId: string;
  conversationId: string | null;
  /** Their products are locked, and there is enough of each. */
  lines: readonly Line[];
  delivery: Delivery;
  notes?: string;
  /** The same confirmation twice is one order. */
  onceKey: string | null;
}

export interface PlacedOrder {
  id: string;
  number: number;
  totalAgorot: number;
  news: LiveEvent[];
}

/** The order that this message of the customer's confirmed. */
export function orderKey(messageId: string): string {
  return `message:${messageId}`;
}

/** Writes an order at the prices of its lines and takes the stock, in the caller's transaction. Null when it was placed before. */
export async function placeOrder(tx: Tx, ctx: Context, placed: NewOrder): Promise<PlacedOrder | null> {
  const { lines, delivery, notes = "", ...rest } = placed;
  const totalAgorot = totalOf(lines) + (delivery.kind === "delivery" ? delivery.feeAgorot : 0);
  const vatAgorot = vatWithin(totalAgorot, new Date());
  if (await wasPlaced(tx, ctx, rest.onceKey)) return null;
  const number = await nextNumber(tx, ctx, "order", FIRST_NUMBER);
  const [made] = await tx
    .insert(order)
    .values({ businessId: ctx.businessId, number, totalAgorot, vatAgorot, delivery, notes, ...rest })
    .returning({ id: order.id });
  if (!made) throw new Error("an insert returned nothing");
  await tx
    .insert(orderItem)
    .values(lines.map((line, position) => ({ ...line, businessId: ctx.businessId, orderId: made.id, position })));
  const news = await changeStock(tx, lines, "take");
  const after = { number, status: "new", totalAgorot, delivery, items: lines.length };
  await recordAudit(tx, ctx, { action: "order.place", subjectId: made.id, after });
  return { id: made.id, number, totalAgorot, news: [...news, { type: "order.changed", orderId: made.id }] };
}

async function wasPlaced(tx: Tx, ctx: Context, onceKey: string | null): Promise<boolean> {
  if (onceKey === null) return false;
  const [row] = await tx
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.businessId, ctx.businessId), eq(order.onceKey, onceKey)));
  return row !== undefined;
}
