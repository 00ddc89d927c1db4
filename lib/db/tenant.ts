/** The door to the tables of a business. Row-level security stands behind it. */
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { db, type Tx, timed } from "./client.ts";

export type { Tx } from "./client.ts";

/**
 * Runs `work` in one transaction that sees and writes only the rows of ctx.businessId. What `work` throws rolls
 * everything back, what it enqueued and published included. The name of the caller is for the slow-query log.
 */
export function forBusiness<T>(
  ctx: Context,
  work: (tx: Tx) => Promise<T>,
  name = work.name || "forBusiness",
): Promise<T> {
  return timed(name, () =>
    db().transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.business_id', ${ctx.businessId}, true)`);
      return work(tx);
    }),
  );
}
