import { type CreateTaskInput, type TaskView, taskView } from "#lib/tasks/schemas.ts";
import { api } from "./api.ts";

/** Adds a task. Throws ApiError. */
export function createTask(input: CreateTaskInput): Promise<TaskView> {
  return api("/api/crm/tasks", taskView, { method: "POST", body: input });
}

/** Marks a task as done, or opens it again. Throws ApiError. */
export function setTaskDone(taskId: string, done: boolean): Promise<TaskView> {
  return api(`/api/crm/tasks/${taskId}`, taskView, { method: "PATCH", body: { done } });
}
