import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { product } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";

export type ProductRow = typeof product.$inferSelect;

/** What customers may order now, in the order of the menu. */
export async function productsForSale(tx: Tx, ctx: Context): Promise<ProductRow[]> {
  return tx
    .select()
    .from(product)
    .where(and(eq(product.businessId, ctx.businessId), eq(product.available, true), isNull(product.archivedAt)))
    .orderBy(asc(product.number))
    .limit(200);
}

/** These products, locked in one order for all buyers until the end of the transaction: none is sold twice. */
export async function lockProducts(tx: Tx, ids: readonly string[]): Promise<Map<string, ProductRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(product)
    .where(inArray(product.id, [...ids]))
    .orderBy(asc(product.id))
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}
