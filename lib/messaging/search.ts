/** Finding conversations by what was written in them, by the customer's name and by number. */
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { conversation } from "#drizzle/schema/index.ts";
import { searchPatterns } from "../db/search-patterns.ts";
import type { Tx } from "../db/tenant.ts";

/** Words that stand in more messages than this find the newest of them. */
const MOST = 300;

const found = z.array(z.object({ conversation_id: z.uuid() }));

/** The condition on `conversation` for a search; undefined when nothing is asked for. */
export async function searchCondition(tx: Tx, asked: string | undefined): Promise<SQL | undefined> {
  const patterns = searchPatterns(asked);
  if (!patterns) return undefined;
  const { anywhere, atStart, number } = patterns;
  const rows = await tx.execute(
    sql`select conversation_id from search_conversations(${anywhere}::text, ${atStart}::text, ${number}::text, ${MOST}::int)`,
  );
  const ids = [...new Set(found.parse([...rows]).map((row) => row.conversation_id))];
  if (ids.length === 0) return sql`false`;
  return sql`${conversation.id} = any(${sql.param(`{${ids.join(",")}}`)}::uuid[])`;
}
