/** Which process thinks about a turn of a conversation without a stream: one at a time, for as long as it says that it does. */
import { setTimeout as pause } from "node:timers/promises";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { gatherAnswer } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { log } from "../log.ts";
import type { OpenTurn } from "./gathered-turn.ts";

const SAYS_EVERY_MS = 150;
/**
 * Who thinks and has said nothing for so long is taken for dead: a word bridges the wait meanwhile. One that was only slow thinks
 * on beside the other; the answer that is kept first counts.
 */
const TAKEN_FOR_DEAD_MS = 1_200;

/** True for one of all who ask, once whoever thought about this turn is taken for dead: it is theirs to think from now on. */
export async function takeUpThinking(ctx: Context, callId: string, onceKey: string): Promise<boolean> {
  const rows = await forBusiness(
    ctx,
    (tx) =>
      tx
        .update(gatherAnswer)
        .set({ thinkingAt: sql`clock_timestamp()` })
        .where(
          and(
            ...request(callId, onceKey),
            isNull(gatherAnswer.answer),
            lt(gatherAnswer.thinkingAt, sql`clock_timestamp() - make_interval(secs => ${TAKEN_FOR_DEAD_MS / 1000})`),
          ),
        )
        .returning({ onceKey: gatherAnswer.onceKey }),
    "takeUpThinking",
  );
  return rows.length > 0;
}

/** Does `work` for a turn that is ours to think about, and says meanwhile that somebody does. */
export async function whileThinking<T>({ ctx, callId, onceKey }: OpenTurn, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const saying = sayAgainAndAgain(ctx, callId, onceKey, done.signal);
  try {
    return await work();
  } finally {
    done.abort();
    await saying;
  }
}

async function sayAgainAndAgain(ctx: Context, callId: string, onceKey: string, done: AbortSignal): Promise<void> {
  for (;;) {
    await pause(SAYS_EVERY_MS, undefined, { signal: done }).catch(() => {});
    if (done.aborted) return;
    try {
      await forBusiness(
        ctx,
        (tx) =>
          tx
            .update(gatherAnswer)
            .set({ thinkingAt: sql`clock_timestamp()` })
            .where(and(...request(callId, onceKey))),
        "whileThinking",
      );
    } catch (error) {
      log().warn({ err: error, call_id: callId }, "nobody could be told that a gathered turn is thought about");
    }
  }
}

function request(callId: string, onceKey: string) {
  return [eq(gatherAnswer.callId, callId), eq(gatherAnswer.onceKey, onceKey)];
}
