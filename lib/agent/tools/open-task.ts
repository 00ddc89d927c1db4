import { z } from "zod";
import { updateCustomer } from "../../customers/update-customer.ts";
import { createTask } from "../../tasks/create-task.ts";
import { type CallAtHand, defineTool, type Tool } from "./tool.ts";

/** Something that the staff have to do. */
export function openTask({ ctx, callId, caller }: CallAtHand): Tool {
  return defineTool({
    name: "open_task",
    description: "פתיחת משימה לצוות העסק, כשצריך טיפול שאינו שיחה חוזרת.",
    schema: z.object({
      title: z.string().min(1).max(200).describe("מה צריך לעשות, במשפט אחד"),
      details: z.string().max(2000).optional().describe("הפרטים, במילים של המתקשרים"),
      name: z.string().max(120).optional().describe("שם המתקשרים, אם נאמר"),
    }),
    async run({ title, details, name }) {
      if (name && caller.customerId) await updateCustomer(ctx, { customerId: caller.customerId, name });
      const task = await createTask(ctx, { title, details, callId, customerId: caller.customerId ?? undefined });
      return { output: { ok: true, task_id: task.id } };
    },
  });
}
