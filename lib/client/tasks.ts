import { type CreateTaskInput, type TaskView, taskView, type UpdateTaskInput } from "#lib/tasks/schemas.ts";
import { api } from "./api.ts";

/** Adds a task. Throws ApiError. */
export function createTask(input: CreateTaskInput): Promise<TaskView> {
  return api("/api/crm/tasks", taskView, { method: "POST", body: input });
}

/** Marks a task as done, or opens it again. Throws ApiError. */
export function setTaskDone(taskId: string, done: boolean): Promise<TaskView> {
  return updateTask(taskId, { done });
}

/** Throws ApiError. */
export function renameTask(taskId: string, title: string): Promise<TaskView> {
  return updateTask(taskId, { title });
}

function updateTask(taskId: string, body: Omit<UpdateTaskInput, "taskId">): Promise<TaskView> {
  return api(`/api/crm/tasks/${taskId}`, taskView, { method: "PATCH", body });
}
