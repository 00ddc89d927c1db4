import { eq, sql } from "drizzle-orm";
import { call, turn } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { storable } from "../db/storable.ts";
import { forBusinessByKey, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { normalizeForSearch } from "../hebrew/normalize.ts";
import { describeLater } from "./describe-later.ts";
import type { TurnView } from "./schemas/views.ts";

/**
 * Keeps a turn as it stands now: the same turn again, grown, replaces what was kept. Safe to repeat; the caller keeps
 * the order (a call writes its turns one after another).
 */
export async function recordTurn(ctx: Context, callId: string, said: TurnView): Promise<void> {
  await forBusinessByKey(ctx, (tx) => keepTurn(tx, ctx, callId, said), "recordTurn");
}

/** The same, as a part of something larger. */
export async function keepTurn(tx: Tx, ctx: Context, callId: string, said: TurnView): Promise<void> {
  const view = storable(said);
  const { index, speaker, ...grown } = view;
  const values = { ...grown, searchText: normalizeForSearch(view.text) };
  await tx
    .insert(turn)
    .values({ businessId: ctx.businessId, callId, index, speaker, ...values })
    .onConflictDoUpdate({ target: [turn.callId, turn.index], set: values });
  const ended = await summarise(tx, callId);
  // Its last words may be kept after the network told its end: there is more to know.
  if (ended) await describeLater(tx, { businessId: ctx.businessId, callId });
  await publish(tx, { type: "call.turn", callId, turn: view });
}

/** The call's own figures, from its turns. True when the call is over. */
async function summarise(tx: Tx, callId: string): Promise<boolean> {
  const [row] = await tx
    .update(call)
    .set({
      turnCount: sql`(select count(*) from ${turn} t where t.call_id = ${callId})`,
      voiceToVoiceMs: sql`(select percentile_cont(0.5) within group (order by t.voice_to_voice_ms)::int from ${turn} t where t.call_id = ${callId})`,
    })
    .where(eq(call.id, callId))
    .returning({ endedAt: call.endedAt });
  return row !== undefined && row.endedAt !== null;
}
