import { eq } from "drizzle-orm";
import { task } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { taskById } from "./queries.ts";
import { type TaskView, type UpdateTaskInput, updateTaskInput } from "./schemas.ts";

/** Changes a task, or marks it done or open again. Throws NotFound for another business's task. */
export async function updateTask(ctx: Context, input: UpdateTaskInput): Promise<TaskView> {
  requirePermission(ctx, "tasks.write");
  const { taskId, done, dueAt, ...values } = updateTaskInput.parse(input);

  return forBusiness(ctx, async function updateTask(tx) {
    const before = await taskById(tx, taskId);
    await tx
      .update(task)
      .set({
        ...values,
        ...(done === undefined ? {} : { doneAt: done ? (before.doneAt ? new Date(before.doneAt) : new Date()) : null }),
        ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) }),
        updatedAt: new Date(),
      })
      .where(eq(task.id, taskId));
    const after = await taskById(tx, taskId);
    await recordAudit(tx, ctx, { action: "task.update", subjectId: taskId, before, after });
    await publish(tx, { type: "task.changed", taskId, open: after.doneAt === null });
    return after;
  });
}
