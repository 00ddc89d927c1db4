import { sql } from "drizzle-orm";
import { counter } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";

/** The next number of this business, without a gap: whoever rolls back gives it back, and whoever is next waits for that. */
export async function nextNumber(tx: Tx, ctx: Context, name: "order" | "product", first: number): Promise<number> {
  const [row] = await tx
    .insert(counter)
    .values({ businessId: ctx.businessId, name, last: first })
    .onConflictDoUpdate({ target: [counter.businessId, counter.name], set: { last: sql`${counter.last} + 1` } })
    .returning({ last: counter.last });
  if (!row) throw new Error("a counter that counts nothing");
  return row.last;
}
