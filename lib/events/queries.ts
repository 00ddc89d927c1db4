import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { event } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { type EventMessage, liveEvent } from "./schemas.ts";

const KEPT_DAYS = 3;

/** The business's events after number `after`, oldest first, at most `limit`. */
export async function eventsAfter(ctx: Context, after: number, limit: number): Promise<EventMessage[]> {
  const rows = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select()
        .from(event)
        .where(and(eq(event.businessId, ctx.businessId), gt(event.id, after)))
        .orderBy(asc(event.id))
        .limit(limit),
    "eventsAfter",
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.createdAt.toISOString(),
    ...liveEvent.parse({ ...row.payload, type: row.type }),
  }));
}

/** The number of the newest event; 0 when there is none. */
export async function lastEventId(ctx: Context): Promise<number> {
  const rows = await forBusiness(
    ctx,
    (tx) =>
      tx
        .select({ id: event.id })
        .from(event)
        .where(eq(event.businessId, ctx.businessId))
        .orderBy(desc(event.id))
        .limit(1),
    "lastEventId",
  );
  return rows[0]?.id ?? 0;
}

/** Deletes what is too old to be replayed. */
export async function sweepEvents(tx: Tx): Promise<void> {
  await tx.delete(event).where(lt(event.createdAt, new Date(Date.now() - KEPT_DAYS * 86_400_000)));
}
