import { and, eq, inArray, isNull, lt, max, or, sql } from "drizzle-orm";
import { call, turn } from "#drizzle/schema/index.ts";
import { systemContext } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { advanceCall } from "./advance-call.ts";
import { LONGEST_CALL_MS } from "./streams-of-business.ts";

/** Long after the network's own word should have come. */
const SETTLED_AFTER_MS = 10 * 60_000;

/**
 * Ends the calls whose end the network never told (its webhook was lost, or is not set up): without this they would
 * stay on the screens as live for ever. A call that may still go on is left alone.
 */
export async function closeForgottenCalls(businessId: string): Promise<void> {
  const forgotten = await forBusiness(systemContext(businessId, "forgotten-calls"), forgottenCalls, "forgottenCalls");
  for (const { callSid, answered, lastHeardMs } of forgotten)
    await advanceCall({
      callSid,
      status: answered ? "completed" : "no_answer",
      durationS: answered ? Math.round((lastHeardMs ?? 0) / 1000) : 0,
      requestId: null,
    });
}

function forgottenCalls(tx: Tx) {
  const startedBefore = (ms: number) => lt(call.startedAt, new Date(Date.now() - ms));
  const isDone = inArray(call.ending, ["caller_hung_up", "agent_said_goodbye", "caller_silent", "message_taken"]);
  const neverTalked = and(isNull(call.ending), eq(call.streamsOpened, 0));
  return tx
    .select({
      callSid: call.callSid,
      answered: sql<boolean>`${call.answeredAt} is not null or ${call.ending} is not null`,
      lastHeardMs: max(sql`coalesce(${turn.endMs}, ${turn.atMs})`).mapWith(Number),
    })
    .from(call)
    .leftJoin(turn, eq(turn.callId, call.id))
    .where(
      and(
        isNull(call.endedAt),
        or(startedBefore(LONGEST_CALL_MS), and(startedBefore(SETTLED_AFTER_MS), or(isDone, neverTalked))),
      ),
    )
    .groupBy(call.id);
}
