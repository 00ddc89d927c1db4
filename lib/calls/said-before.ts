import { and, asc, eq, lt } from "drizzle-orm";
import { turn } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";

export interface SaidBefore {
  speaker: "caller" | "agent";
  text: string;
  tools: (typeof turn.$inferSelect)["tools"];
}

/**
 * What is known by now of what was said in a call before this turn. The caller's last words on a stream that broke may
 * have been recognised only after the next one had opened.
 */
export async function saidBefore(ctx: Context, callId: string, turnIndex: number): Promise<SaidBefore[]> {
  return forBusiness(ctx, async function saidBefore(tx) {
    const turns = await turnsOf(tx, callId, turnIndex);
    return turns.map(toSaid);
  });
}

/** The turns of a call in their order; with a `turnIndex` those before it. */
export function turnsOf(tx: Tx, callId: string, turnIndex?: number): Promise<(typeof turn.$inferSelect)[]> {
  return tx
    .select()
    .from(turn)
    .where(and(eq(turn.callId, callId), turnIndex === undefined ? undefined : lt(turn.index, turnIndex)))
    .orderBy(asc(turn.index));
}

/** As the brain is to know it: of the agent what was heard; of the caller nothing that may not have been said. */
export function toSaid({ speaker, text, heardText, confidence, tools }: typeof turn.$inferSelect): SaidBefore {
  return { speaker, text: speaker === "agent" ? heardText : confidence === 0 ? "" : text, tools };
}
