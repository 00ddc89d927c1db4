import { eq } from "drizzle-orm";
import { call, customer } from "#drizzle/schema/index.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { enqueue } from "../jobs/queue.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { messageTaskTitle } from "./who-called.ts";

interface Recording {
  callSid: string;
  recordingSid: string;
  url: string;
  requestId: string | null;
}

/**
 * A caller left a message: notes where it is, and tells the staff; a job fetches it and adds its words to their task.
 * Repeats and unknown calls change nothing.
 */
export async function keepRecording({ callSid, recordingSid, url, requestId }: Recording): Promise<void> {
  const businessId = await businessByCall(callSid);
  if (!businessId) return;
  const ctx = systemContext(businessId, "recording", requestId);

  await forBusiness(ctx, async function keepRecording(tx) {
    const [found] = await tx
      .select({ call, name: customer.name })
      .from(call)
      .leftJoin(customer, eq(customer.id, call.customerId))
      .where(eq(call.callSid, callSid))
      .for("update", { of: call });
    if (!found || found.call.recordingSid !== null) return;
    const row = found.call;
    await tx
      .update(call)
      .set({ recordingSid, recordingUrl: url, ending: "message_taken", endingDetail: null })
      .where(eq(call.id, row.id));
    await enqueue(
      tx,
      { name: "transcribe_recording", payload: { businessId, callId: row.id } },
      { onceKey: `recording:${recordingSid}` },
    );
    // At once: should the recording never be understood, they still ring back.
    await openTaskOnce(tx, ctx, {
      onceKey: `call-back:${row.id}`,
      title: messageTaskTitle(found.name, row.fromNumber),
      customerId: row.customerId,
      callId: row.id,
    });
    await publish(tx, { type: "call.changed", callId: row.id, live: row.endedAt === null });
  });
}
