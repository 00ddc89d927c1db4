import { eq } from "drizzle-orm";
import { business, call, customer } from "#drizzle/schema/index.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { endedWell } from "./schemas/ending.ts";
import { whoCalled } from "./who-called.ts";

export type AfterStream =
  | { kind: "hang_up" }
  /** The stream failed: a recorded message instead. */
  | { kind: "take_message" }
  /** The stream failed, and the business wants no recordings: an apology; the staff have a task. */
  | { kind: "apologise" };

/**
 * The media stream is over: what comes next for the caller? When it failed, the staff get a task at once (one, however
 * often the network asks), so that the caller is rung back even if they leave no message.
 */
export async function decideAfterStream(callSid: string, requestId: string | null): Promise<AfterStream> {
  const businessId = await businessByCall(callSid);
  if (!businessId) return { kind: "hang_up" };
  const ctx = systemContext(businessId, "stream-ended", requestId);

  return forBusiness(ctx, async function decideAfterStream(tx): Promise<AfterStream> {
    const [row] = await tx
      .select({ call, name: customer.name, mayRecord: business.enableRecordingFallback })
      .from(call)
      .innerJoin(business, eq(business.id, call.businessId))
      .leftJoin(customer, eq(customer.id, call.customerId))
      .where(eq(call.callSid, callSid))
      .for("update", { of: call });
    if (!row || row.call.endedAt !== null || endedWell(row.call.ending)) return { kind: "hang_up" };
    if (row.call.ending === null)
      await tx
        .update(call)
        .set({ ending: "stream_failed", endingDetail: "no word from the stream" })
        .where(eq(call.id, row.call.id));
    await openTaskOnce(tx, ctx, {
      onceKey: `call-back:${row.call.id}`,
      title: `להתקשר אל ${whoCalled(row.name, row.call.fromNumber)}: השיחה נקטעה`,
      customerId: row.call.customerId,
      callId: row.call.id,
    });
    await publish(tx, { type: "call.changed", callId: row.call.id, live: true });
    return { kind: row.mayRecord ? "take_message" : "apologise" };
  });
}
