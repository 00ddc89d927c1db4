import { task } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Actor, Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { refuseStrangers, taskById } from "./queries.ts";
import { type CreateTaskInput, createTaskInput, type TaskView } from "./schemas.ts";

/** Opens a task: by a person, or by the agent in a call. Throws Invalid-shaped ZodError, Forbidden, NotFound. */
export async function createTask(ctx: Context, input: CreateTaskInput): Promise<TaskView> {
  requirePermission(ctx, "tasks.write");
  const { dueAt, ...values } = createTaskInput.parse(input);

  return forBusiness(ctx, async function createTask(tx) {
    await refuseStrangers(tx, values);
    const [row] = await tx
      .insert(task)
      .values({
        businessId: ctx.businessId,
        source: sourceOf(ctx.actor),
        dueAt: dueAt ? new Date(dueAt) : null,
        ...values,
      })
      .returning({ id: task.id });
    if (!row) throw new Error("an insert returned nothing");
    const created = await taskById(tx, row.id);
    await recordAudit(tx, ctx, { action: "task.create", subjectId: row.id, after: created });
    await publish(tx, { type: "task.changed", taskId: row.id, open: true });
    return created;
  });
}

function sourceOf(actor: Actor): TaskView["source"] {
  switch (actor.kind) {
    case "user":
      return "staff";
    case "agent":
    case "writing_agent":
      return "agent";
    case "provider":
    case "system":
      return "system";
    default:
      return actor satisfies never;
  }
}
