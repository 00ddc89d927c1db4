import type { Page } from "../calls/schemas/views.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { taskById, taskPage } from "./queries.ts";
import { type TaskListInput, type TaskView, taskListInput } from "./schemas.ts";

/** Tasks, newest first, a page at a time. */
export async function listTasks(ctx: Context, input: TaskListInput): Promise<Page<TaskView>> {
  requirePermission(ctx, "tasks.read");
  const parsed = taskListInput.parse(input);
  return forBusiness(ctx, (tx) => taskPage(tx, parsed), "listTasks");
}

/** Throws NotFound, also for another business's task. */
export async function getTask(ctx: Context, taskId: string): Promise<TaskView> {
  requirePermission(ctx, "tasks.read");
  return forBusiness(ctx, (tx) => taskById(tx, taskId), "getTask");
}
