import { eq } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { mintStreamToken } from "./stream-token.ts";

export type AfterDial = { kind: "hang_up" } | { kind: "back_to_conversation"; businessId: string; callToken: string };

/** A transfer is over: those who were connected are done; unanswered, the caller comes back to the agent. Safe to repeat. */
export async function settleDial(callSid: string, connected: boolean, requestId: string | null): Promise<AfterDial> {
  const businessId = await businessByCall(callSid);
  if (!businessId || connected) return { kind: "hang_up" };
  const ctx = systemContext(businessId, "dial-result", requestId);

  return forBusiness(ctx, async function settleDial(tx): Promise<AfterDial> {
    const [row] = await tx.select().from(call).where(eq(call.callSid, callSid)).for("update");
    if (!row || row.endedAt !== null) return { kind: "hang_up" };
    await tx
      .update(call)
      .set({ opening: "transfer_unanswered", ending: null, endingDetail: null })
      .where(eq(call.id, row.id));
    await publish(tx, { type: "call.changed", callId: row.id, live: true });
    return { kind: "back_to_conversation", businessId, callToken: await mintStreamToken(tx, ctx, row.id) };
  });
}
