import { eq } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import { phrases } from "../businesses/phrases.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { asStep, say } from "./gather-rung.ts";
import { heldCall } from "./held-call.ts";
import type { NextStep } from "./next-step.ts";
import { endedWell } from "./schemas/ending.ts";
import { mintStreamToken } from "./stream-token.ts";

/**
 * A transfer is over: those who were connected are done; unanswered, the caller comes back to the agent, on the rung
 * from which they left. Safe to repeat.
 */
export async function settleDial(callSid: string, connected: boolean, requestId: string | null): Promise<NextStep> {
  const businessId = await businessByCall(callSid);
  if (!businessId || connected) return { kind: "hang_up" };
  const ctx = systemContext(businessId, "dial-result", requestId);

  return forBusiness(ctx, async function settleDial(tx): Promise<NextStep> {
    const row = await heldCall(tx, eq(call.callSid, callSid));
    if (!row || row.call.endedAt !== null) return { kind: "hang_up" };
    const { id, rung, ending, streamFailures } = row.call;
    // Told again after the caller came back and the call has ended otherwise: that stays so.
    if (ending !== "transferred" && endedWell(ending)) return { kind: "hang_up" };
    if (ending === "transferred" || (ending === null && rung === "stream")) {
      await tx
        .update(call)
        .set({ opening: "transfer_unanswered", ending: null, endingDetail: null })
        .where(eq(call.id, id));
      await publish(tx, { type: "call.changed", callId: id, live: true });
    }
    if (rung === "stream")
      return { kind: "stream", businessId, callToken: await mintStreamToken(tx, ctx, id), failures: streamFailures };
    const answer = { kind: "ask" as const, text: phrases.transferUnanswered };
    // Told before, the network only asks again.
    return ending === "transferred" ? say(tx, row.call, row.business, answer) : asStep(row.call, row.business, answer);
  });
}
