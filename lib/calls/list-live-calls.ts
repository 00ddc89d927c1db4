import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { liveCalls } from "./queries.ts";
import type { CallView } from "./schemas/views.ts";

/** The calls that go on now, oldest first. */
export async function listLiveCalls(ctx: Context): Promise<CallView[]> {
  requirePermission(ctx, "calls.read");
  return forBusiness(ctx, (tx) => liveCalls(tx), "listLiveCalls");
}
