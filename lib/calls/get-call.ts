import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { callById } from "./queries.ts";
import type { CallDetails } from "./schemas/views.ts";

/** One call with its turns and the tasks that came of it. Throws NotFound, also for another business's call. */
export async function getCall(ctx: Context, callId: string): Promise<CallDetails> {
  requirePermission(ctx, "calls.read");
  return forBusiness(ctx, (tx) => callById(tx, callId), "getCall");
}
