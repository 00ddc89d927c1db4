import { createTask } from "#lib/tasks/create-task.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";
import { createTaskInput } from "#lib/tasks/schemas.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => json(await listTasks(ctx, query)));

export const POST = businessRoute(async ({ ctx, body }) =>
  json(await createTask(ctx, createTaskInput.parse(body)), 201),
);
