import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { callPage } from "./queries.ts";
import { type CallListInput, type CallView, callListInput, type Page } from "./schemas/views.ts";

/** Calls by time or duration, filtered, searched in what was said; a page at a time. */
export async function listCalls(ctx: Context, input: CallListInput): Promise<Page<CallView>> {
  requirePermission(ctx, "calls.read");
  const filter = callListInput.parse(input);
  return forBusiness(ctx, (tx) => callPage(tx, filter), "listCalls");
}
