import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { product } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";

export type ProductRow = typeof product.$inferSelect;
/** What is for sale, by id, in the order of the numbers that customers type. */
export type Products = ReadonlyMap<string, ProductRow>;

const MOST_FOR_SALE = 1000;

/** What customers may order now. */
export async function productsForSale(tx: Tx, ctx: Context): Promise<Products> {
  const rows = await tx
    .select()
    .from(product)
    .where(and(eq(product.businessId, ctx.businessId), eq(product.available, true), isNull(product.archivedAt)))
    .orderBy(asc(product.number))
    .limit(MOST_FOR_SALE);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Locks these products until the end of the transaction, in one order for all buyers, and reads what is for sale anew:
 * between this and the end, none of them is sold to anybody else.
 */
export async function lockedProducts(tx: Tx, ctx: Context, ids: readonly string[]): Promise<Products> {
  if (ids.length > 0) {
    await tx
      .select({ id: product.id })
      .from(product)
      .where(inArray(product.id, [...ids]))
      .orderBy(asc(product.id))
      .for("update");
  }
  return productsForSale(tx, ctx);
}

/** What these are called, also when they are not for sale any more. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ name: product.name })
    .from(product)
    .where(inArray(product.id, [...ids]))
    .orderBy(asc(product.number));
  return rows.map(({ name }) => name);
}
