import { z } from "zod";
import { defineTool, type Tool } from "./tool.ts";

/**
 * Connects the caller to the business's own phone (E.164), at any hour: who is not there does not answer, and then the
 * call comes back to the agent.
 */
export function transferCall(transferPhone: string): Tool {
  return defineTool({
    name: "transfer_call",
    description: "העברת השיחה לנציג אנושי של העסק, כשמבקשים לדבר עם אדם.",
    schema: z.object({ reason: z.string().max(300).optional().describe("למה מעבירים, בקצרה") }),
    run: async () => ({ output: { ok: true }, action: { kind: "transfer", to: transferPhone } }),
  });
}
