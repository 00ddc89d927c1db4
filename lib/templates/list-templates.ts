import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { carriesTemplates } from "./carries-templates.ts";
import { templatesOf } from "./queries.ts";
import type { TemplateList } from "./schemas/template.ts";

/** The texts that WhatsApp has approved for this business, and those that wait for it or were refused. */
export async function listTemplates(ctx: Context): Promise<TemplateList> {
  requirePermission(ctx, "messages.read");
  if (!(await carriesTemplates(ctx))) return { carried: false, items: [] };
  return { carried: true, items: await forBusiness(ctx, (tx) => templatesOf(tx, ctx), "listTemplates") };
}
