import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { bestCalls } from "./queries.ts";
import type { CallView } from "./schemas/views.ts";

const PROMISING_SCORE = 60;
const SHOWN = 5;

/** The calls since a moment that are most likely to become business, best first; a handful. */
export async function listPromisingCalls(ctx: Context, since: Date): Promise<CallView[]> {
  requirePermission(ctx, "calls.read");
  return forBusiness(ctx, (tx) => bestCalls(tx, since, PROMISING_SCORE, SHOWN), "listPromisingCalls");
}
