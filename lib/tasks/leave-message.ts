import { and, eq } from "drizzle-orm";
import { task } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { Invalid } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { refuseStrangers, taskById } from "./queries.ts";
import { createTaskInput, MOST_DETAILS, type TaskView } from "./schemas.ts";

interface LeftMessage {
  callId: string;
  customerId: string | undefined;
  title: string;
  details: string;
}

/**
 * What a caller leaves for the staff is one task a call: what is added later goes into it, below what is there, and brings it
 * back if somebody has been quick. Throws Forbidden, NotFound, Invalid when it becomes too long.
 */
export async function leaveMessage(ctx: Context, message: LeftMessage): Promise<TaskView> {
  requirePermission(ctx, "tasks.write");
  const { title, details, callId, customerId } = createTaskInput.parse(message);
  const onceKey = `message:${message.callId}`;

  return forBusiness(ctx, async function leaveMessage(tx) {
    await refuseStrangers(tx, { callId, customerId });
    const made = await tx
      .insert(task)
      .values({ businessId: ctx.businessId, source: "agent", onceKey, title, details, callId, customerId })
      .onConflictDoNothing({ target: [task.businessId, task.onceKey] })
      .returning({ id: task.id });
    const known = and(eq(task.businessId, ctx.businessId), eq(task.onceKey, onceKey));
    const [row] = await tx.select({ id: task.id, details: task.details }).from(task).where(known).for("update");
    if (!row) throw new Error("a task that was just kept is not there");
    const isNew = made.length > 0;
    const all = isNew ? details : addTo(row.details, details);
    if (all.length > MOST_DETAILS) throw new Invalid("ההודעה ארוכה מדי");
    const open = { doneAt: null, archivedAt: null, updatedAt: new Date() };
    if (!isNew)
      await tx
        .update(task)
        .set({ title, details: all, ...open })
        .where(known);
    const after = await taskById(tx, row.id);
    await recordAudit(tx, ctx, { action: isNew ? "task.create" : "task.update", subjectId: row.id, after });
    await publish(tx, { type: "task.changed", taskId: row.id, open: true });
    return after;
  });
}

/** Lines that are there already are not said twice. */
function addTo(before: string, more: string): string {
  const there = new Set(before.split("\n"));
  return [before, ...more.split("\n").filter((line) => !there.has(line))].join("\n");
}
