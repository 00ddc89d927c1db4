import { and, count, eq, gt, isNull, ne } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";

/** No call lasts longer: one whose end was never told does not take a place for ever. */
export const LONGEST_CALL_MS = 4 * 3_600_000;

/** How many calls of the business talk over a stream, this one left out: a query, or part of one. Who only rings takes no place yet. */
export function otherStreams(tx: Tx, businessId: string, callSid: string) {
  return tx
    .select({ calls: count() })
    .from(call)
    .where(
      and(
        eq(call.businessId, businessId),
        isNull(call.endedAt),
        isNull(call.ending),
        eq(call.rung, "stream"),
        gt(call.streamsOpened, 0),
        ne(call.callSid, callSid),
        gt(call.startedAt, new Date(Date.now() - LONGEST_CALL_MS)),
      ),
    );
}
