import { eq } from "drizzle-orm";
import { call } from "#drizzle/schema/index.ts";
import { systemContext } from "../context.ts";
import { businessByCall } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { describeLater } from "./describe-later.ts";
import { taskToRingBack } from "./record-rung.ts";
import { advances, type CallStatus, isOver } from "./schemas/status.ts";

interface StatusReport {
  callSid: string;
  status: CallStatus;
  /** Seconds, with a final status. */
  durationS: number | null;
  requestId: string | null;
}

/** The network reports a status. It only ever advances the call; an unknown call is ignored. Safe to repeat, in any order. */
export async function advanceCall({ callSid, status, durationS, requestId }: StatusReport): Promise<void> {
  const businessId = await businessByCall(callSid);
  if (!businessId) return;
  const ctx = systemContext(businessId, "call-status", requestId);

  await forBusiness(ctx, async function advanceCall(tx) {
    const [row] = await tx.select().from(call).where(eq(call.callSid, callSid)).for("update");
    if (!row || !advances(row.status, status)) return;
    const over = isOver(status);
    await tx
      .update(call)
      .set({
        status,
        answeredAt: status === "in_progress" ? (row.answeredAt ?? new Date()) : row.answeredAt,
        endedAt: over ? new Date() : null,
        durationS: over ? (durationS ?? secondsSince(row.answeredAt)) : 0,
        // Without a stream nobody else tells.
        ...(over && row.rung === "gather" && row.ending === null ? { ending: "caller_hung_up" as const } : {}),
      })
      .where(eq(call.id, row.id));
    if (over) await describeLater(tx, { businessId, callId: row.id });
    // Lost while the stream was to be taken up again.
    if (over && row.ending === "stream_failed") await taskToRingBack(tx, ctx, row);
    await publish(tx, { type: "call.changed", callId: row.id, live: !over });
  });
}

function secondsSince(moment: Date | null): number {
  return moment ? Math.round((Date.now() - moment.getTime()) / 1000) : 0;
}
