import { eq } from "drizzle-orm";
import { call, customer } from "#drizzle/schema/index.ts";
import { systemContext } from "../context.ts";
import { businessByCall, businessByNumber } from "../db/system.ts";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import type { LiveEvent } from "../events/schemas.ts";
import { toE164 } from "../hebrew/phone.ts";
import { enqueue } from "../jobs/queue.ts";
import { openTaskOnce } from "../tasks/open-task-once.ts";
import { keepCall } from "./keep-call.ts";
import { messageTaskTitle } from "./who-called.ts";

interface Recording {
  callSid: string;
  /** Both as the network gives them; empty when it does not. */
  from: string;
  to: string;
  recordingSid: string;
  url: string;
  requestId: string | null;
}

/**
 * A caller left a message: notes where it is, and tells the staff; a job fetches it and adds its words to their task. A
 * call that we never knew (our database was away when it rang) is kept now, by its numbers. Repeats change nothing.
 */
export async function keepRecording({ callSid, recordingSid, url, requestId, ...numbers }: Recording): Promise<void> {
  const to = toE164(numbers.to) ?? numbers.to;
  const businessId = (await businessByCall(callSid)) ?? (await businessByNumber(to));
  if (!businessId) return;
  const ctx = systemContext(businessId, "recording", requestId);

  await forBusiness(ctx, async function keepRecording(tx) {
    let news: LiveEvent[] = [];
    let found = await recordedCall(tx, callSid);
    if (!found) {
      news = (await keepCall(tx, ctx, { callSid, from: toE164(numbers.from), to }))?.news ?? [];
      found = await recordedCall(tx, callSid);
    }
    if (!found || found.call.recordingSid !== null) return;
    const row = found.call;
    await tx
      .update(call)
      .set({
        recordingSid,
        recordingUrl: url,
        rung: "record",
        status: row.status === "ringing" ? "in_progress" : row.status,
        answeredAt: row.answeredAt ?? new Date(),
        ending: "message_taken",
        endingDetail: null,
      })
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
    await publish(tx, ...news, { type: "call.changed", callId: row.id, live: row.endedAt === null });
  });
}

async function recordedCall(tx: Tx, callSid: string) {
  const [row] = await tx
    .select({ call, name: customer.name })
    .from(call)
    .leftJoin(customer, eq(customer.id, call.customerId))
    .where(eq(call.callSid, callSid))
    .for("update", { of: call });
  return row;
}
