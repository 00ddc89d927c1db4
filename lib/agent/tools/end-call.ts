import { z } from "zod";
import { defineTool, type Tool } from "./tool.ts";

/** Hangs up when the goodbye has been heard. */
export function endCall(): Tool {
  return defineTool({
    name: "end_call",
    description: "סיום השיחה, אחרי שנפרדו. הפרידה עצמה נאמרת באותה תשובה.",
    schema: z.object({}),
    run: async () => ({ output: { ok: true }, action: { kind: "hang_up" } }),
  });
}
