/** What the staff see live: events are kept first (so that a missed one can be replayed), then announced. */
import { sql } from "drizzle-orm";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "./schemas.ts";

/** What is announced on: `{businessId, id}` as JSON. */
export const EVENTS_CHANNEL = "moked_events";

/**
 * Publishes in the caller's own transaction, in this order: what rolls back was never seen. The commit itself gives the
 * numbers, so that those of a business grow in the order of commit and nobody waits for a transaction that goes on.
 */
export async function publish(tx: Tx, ...news: LiveEvent[]): Promise<void> {
  if (news.length === 0) return;
  const rows = JSON.stringify(news.map(({ type, ...body }) => ({ type, body })));
  await tx.execute(sql`select publish_event(n->>'type', n->'body') from jsonb_array_elements(${rows}::jsonb) n`);
}
