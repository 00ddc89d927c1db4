/** Finding calls by what was said in them, by the caller's name and by number. */
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { call, customer, turn } from "#drizzle/schema/index.ts";
import { searchPatterns } from "../db/search-patterns.ts";
import type { Tx } from "../db/tenant.ts";

/** What is found more often than this is looked for while walking through the list, instead of before. */
const FEW = 1000;

const found = z.array(z.object({ call_id: z.uuid() }));

/**
 * The condition on `call` (joined with its `customer`) for a search; undefined when nothing is asked for. Rare words are
 * found by the trigram indexes. Common ones would bring half of all calls to be sorted; they are so common that walking
 * through the calls in the wanted order soon has a page full.
 */
export async function searchCondition(tx: Tx, asked: string | undefined): Promise<SQL | undefined> {
  const patterns = searchPatterns(asked);
  if (!patterns) return undefined;
  const { anywhere, atStart, number } = patterns;
  const rows = await tx.execute(
    sql`select call_id from search_calls(${anywhere}::text, ${atStart}::text, ${number}::text, ${FEW}::int)`,
  );
  const ids = found.parse([...rows]).map((row) => row.call_id);
  if (ids.length === 0) return sql`false`;
  if (ids.length < FEW) return sql`${call.id} = any(${sql.param(`{${ids.join(",")}}`)}::uuid[])`;
  const like = (text: SQL) => sql`(${text} like ${anywhere} or ${text} like ${atStart}::text)`;
  // A scalar subquery: an `exists` beside an `or` may be planned as a hash over every turn.
  return sql`(
    (select true from ${turn} t where t.call_id = ${call.id} and ${like(sql`t.search_text`)} limit 1)
    or ${like(sql`${customer.searchText}`)} or ${customer.searchText} like ${number}::text or ${call.fromNumber} like ${number}::text)`;
}
