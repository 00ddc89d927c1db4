import { and, desc, eq, lt } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { CallView } from "./schemas/views.ts";

type CallLine = Pick<CallView, "id" | "direction" | "status" | "live" | "startedAt" | "durationS" | "summary">;

/** A customer's newest calls, or those before a call or message (ids grow with time), in the caller's transaction. */
export async function callsOfCustomer(
  tx: Tx,
  ctx: Context,
  { customerId, before, limit }: { customerId: string; before: string | null; limit: number },
): Promise<CallLine[]> {
  const rows = await tx
    .select()
    .from(call)
    .where(
      and(
        eq(call.businessId, ctx.businessId),
        eq(call.customerId, customerId),
        before === null ? undefined : lt(call.id, before),
      ),
    )
    .orderBy(desc(call.id))
    .limit(limit);
  return rows.map(({ id, direction, status, startedAt, endedAt, durationS, summary }) => ({
    ...{ id, direction, status, durationS, summary },
    live: endedAt === null,
    startedAt: startedAt.toISOString(),
  }));
}
