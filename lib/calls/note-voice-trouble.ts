import { and, desc, eq } from "drizzle-orm";
import { call, turn } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { heldCall } from "./held-call.ts";
import { toTurnView } from "./queries.ts";
import { keepTurn } from "./record-turn.ts";

/**
 * The staff see under the agent's last turn, when it is this text, that it was not said in the business's own voice. Safe
 * to repeat.
 */
export async function noteVoiceTrouble(ctx: Context, callId: string, text: string): Promise<void> {
  await forBusiness(ctx, async function noteVoiceTrouble(tx) {
    if (!(await heldCall(tx, eq(call.id, callId)))) return;
    const [last] = await tx
      .select()
      .from(turn)
      .where(and(eq(turn.callId, callId), eq(turn.speaker, "agent")))
      .orderBy(desc(turn.index))
      .limit(1);
    if (last?.text !== text || last.troubles.includes("voice")) return;
    await keepTurn(tx, callId, { ...toTurnView(last), troubles: [...last.troubles, "voice"] });
  });
}
