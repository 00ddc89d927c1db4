import { and, eq, isNull } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { redeemStreamToken } from "./stream-token.ts";

/**
 * A stream came to a process that has no room for it: the call goes on turn by turn, without trying another stream.
 * Changes nothing for a token that is not good.
 */
export async function turnAway(start: { callSid: string; token: string }): Promise<void> {
  const businessId = await businessByCall(start.callSid);
  if (!businessId) return;
  await forBusiness(systemContext(businessId, "media-stream"), async function turnAway(tx) {
    const [row] = await tx
      .select({ id: call.id })
      .from(call)
      .where(and(eq(call.callSid, start.callSid), eq(call.rung, "stream"), isNull(call.endedAt)))
      .for("update");
    if (row && (await redeemStreamToken(tx, row.id, start.token)))
      await tx.update(call).set({ rung: "gather" }).where(eq(call.id, row.id));
  });
}
