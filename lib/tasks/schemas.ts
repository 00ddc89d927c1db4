import { z } from "zod";
import { moment } from "../hebrew/asked-dates.ts";

export const taskView = z.object({
  id: z.uuid(),
  title: z.string(),
  details: z.string(),
  source: z.enum(["agent", "staff", "system"]),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  customerPhone: z.string().nullable(),
  callId: z.uuid().nullable(),
  conversationId: z.uuid().nullable(),
  dueAt: z.iso.datetime().nullable(),
  doneAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type TaskView = z.infer<typeof taskView>;

const title = z.string({ error: "חסרה כותרת" }).trim().min(1, "חסרה כותרת").max(200, "הכותרת ארוכה מדי");
export const MOST_DETAILS = 5000;
const details = z.string().trim().max(MOST_DETAILS, "הפירוט ארוך מדי");

export const createTaskInput = z.object({
  title,
  details: details.default(""),
  customerId: z.uuid().optional(),
  callId: z.uuid().optional(),
  conversationId: z.uuid().optional(),
  dueAt: moment.optional(),
});
export type CreateTaskInput = z.input<typeof createTaskInput>;

export const updateTaskInput = z.object({
  taskId: z.uuid(),
  title: title.optional(),
  details: details.optional(),
  done: z.boolean().optional(),
  dueAt: moment.nullable().optional(),
});
export type UpdateTaskInput = z.input<typeof updateTaskInput>;

export const taskListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  state: z.enum(["open", "done"]).default("open"),
  q: z.string().trim().max(200).optional(),
  /** Only those about them. */
  customerId: z.uuid().optional(),
});
export type TaskListInput = z.input<typeof taskListInput>;
