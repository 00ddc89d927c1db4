/** The door to the tables of a business. Row-level security stands behind it. */
import { type SQL, sql } from "drizzle-orm";
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
  return within(sql`select set_config('app.business_id', ${ctx.businessId}, true)`, work, name);
}

/**
 * The same for what is done hundreds of times a second, where every row is found by a key: its plans are kept, since making
 * them costs more than they do, and read no table from end to end, since one may be empty when they are made.
 */
export function forBusinessByKey<T>(
  ctx: Context,
  work: (tx: Tx) => Promise<T>,
  name = work.name || "forBusinessByKey",
): Promise<T> {
  return within(sql`select ${byKey(ctx)}`, work, name);
}

/** The same again for one function of the database that does all there is to do: one way there and back. */
export async function callForBusiness(ctx: Context, call: SQL, name: string): Promise<void> {
  // What is selected from is worked out before what is selected.
  await timed(name, () => db().execute(sql`select ${call} from (select ${byKey(ctx)} offset 0) settings`));
}

function byKey({ businessId }: Context): SQL {
  return sql`set_config('app.business_id', ${businessId}, true), set_config('plan_cache_mode', 'auto', true),
    set_config('enable_seqscan', 'off', true)`;
}

function within<T>(settings: SQL, work: (tx: Tx) => Promise<T>, name: string): Promise<T> {
  return timed(name, () =>
    db().transaction(async (tx) => {
      await tx.execute(settings);
      return work(tx);
    }),
  );
}
