import { and, asc, eq, isNull } from "drizzle-orm";
import { messageTemplate } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { TemplateView } from "./schemas/template.ts";
import type { TemplateRow } from "./sendable-template.ts";

/** Those that the carrier has, by their names. */
export async function templatesOf(tx: Tx, ctx: Context): Promise<TemplateView[]> {
  const rows = await tx
    .select()
    .from(messageTemplate)
    .where(and(eq(messageTemplate.businessId, ctx.businessId), isNull(messageTemplate.goneAt)))
    .orderBy(asc(messageTemplate.name), asc(messageTemplate.language), asc(messageTemplate.id));
  return rows.map(toTemplateView);
}

function toTemplateView(row: TemplateRow): TemplateView {
  const { id, name, language, category, approval, rejectionReason, body, variables, buttons } = row;
  return { id, name, language, category, approval, rejectionReason, body, variables, buttons };
}
