import { archiveTask } from "#lib/tasks/archive-task.ts";
import { getTask } from "#lib/tasks/list-tasks.ts";
import { updateTaskInput } from "#lib/tasks/schemas.ts";
import { updateTask } from "#lib/tasks/update-task.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id }) => json(await getTask(ctx, id)));

export const PATCH = businessRoute(async ({ ctx, id, body }) =>
  json(await updateTask(ctx, updateTaskInput.parse({ ...body, taskId: id }))),
);

export const DELETE = businessRoute(async ({ ctx, id }) => {
  await archiveTask(ctx, id);
  return new Response(null, { status: 204 });
});
