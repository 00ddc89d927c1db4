import type { Tx } from "../db/tenant.ts";
import { enqueue } from "../jobs/queue.ts";
import type { JobPayload } from "../jobs/schemas.ts";

/** The last words of a call are often on their way still when the network tells that it is over. */
const LAST_WORDS_MS = 2_000;

/** Has it found out what became of a call, soon; once, however often there is more to know until then. */
export async function describeLater(tx: Tx, about: JobPayload<"describe_call">): Promise<void> {
  const runAt = new Date(Date.now() + LAST_WORDS_MS);
  await enqueue(tx, { name: "describe_call", payload: about }, { onceKey: `describe:${about.callId}`, runAt });
}
