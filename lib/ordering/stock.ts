import { and, eq, isNotNull, sql } from "drizzle-orm";
import { product } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";

interface Taken {
  productId: string;
  quantity: number;
}

/** Takes what was sold from the stock, or gives it back; products in one order, so that no two wait for each other. */
export async function changeStock(tx: Tx, lines: readonly Taken[], way: "take" | "give"): Promise<LiveEvent[]> {
  const changed = new Set<string>();
  for (const { productId, quantity } of lines.toSorted((a, b) => (a.productId < b.productId ? -1 : 1))) {
    const rows = await tx
      .update(product)
      .set({ stock: sql`${product.stock} + ${way === "give" ? quantity : -quantity}`, updatedAt: new Date() })
      .where(and(eq(product.id, productId), isNotNull(product.stock)))
      .returning({ id: product.id });
    if (rows.length > 0) changed.add(productId);
  }
  return [...changed].map((productId) => ({ type: "product.changed", productId }));
}
