import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { storable } from "../db/storable.ts";
import { callForBusiness, type Tx } from "../db/tenant.ts";
import { normalizeForSearch } from "../hebrew/normalize.ts";
import type { TurnView } from "./schemas/views.ts";

/**
 * Keeps a turn as it stands now: the same turn again, grown, replaces what was kept. Safe to repeat; the caller keeps
 * the order (a call writes its turns one after another).
 */
export async function recordTurn(ctx: Context, callId: string, said: TurnView): Promise<void> {
  await callForBusiness(ctx, keeping(callId, said), "recordTurn");
}

/** The same, as a part of something larger. */
export async function keepTurn(tx: Tx, callId: string, said: TurnView): Promise<void> {
  await tx.execute(sql`select ${keeping(callId, said)}`);
}

function keeping(callId: string, said: TurnView) {
  const view = storable(said);
  return sql`keep_turn(${callId}::uuid, ${JSON.stringify(view)}::jsonb, ${normalizeForSearch(view.text)})`;
}
