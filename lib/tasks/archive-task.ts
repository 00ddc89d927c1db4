import { eq } from "drizzle-orm";
import { task } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { taskById } from "./queries.ts";

/** Takes a task out of sight; it stays in the record. Throws NotFound for another business's task. */
export async function archiveTask(ctx: Context, taskId: string): Promise<void> {
  requirePermission(ctx, "tasks.write");

  await forBusiness(ctx, async function archiveTask(tx) {
    const before = await taskById(tx, taskId);
    await tx.update(task).set({ archivedAt: new Date() }).where(eq(task.id, taskId));
    await recordAudit(tx, ctx, { action: "task.archive", subjectId: taskId, before });
    await publish(tx, { type: "task.changed", taskId, open: false });
  });
}
