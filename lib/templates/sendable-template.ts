import { and, eq } from "drizzle-orm";
import { messageTemplate } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound, RuleBroken } from "../errors.ts";
import type { MessageContent } from "../messaging/schemas/content.ts";
import { fillTemplate } from "./schemas/fill.ts";
import type { TemplateValues } from "./schemas/template.ts";

export type TemplateRow = typeof messageTemplate.$inferSelect;

/** WhatsApp takes no longer text of a template. */
const LONGEST = 1024;

/** A template that may be sent now. Throws RuleBroken for one that WhatsApp has not approved or has no more, NotFound. */
export async function sendableTemplate(tx: Tx, ctx: Context, templateId: string): Promise<TemplateRow> {
  const [row] = await tx
    .select()
    .from(messageTemplate)
    .where(and(eq(messageTemplate.businessId, ctx.businessId), eq(messageTemplate.id, templateId)));
  if (!row) throw new NotFound("התבנית לא נמצאה");
  if (!isSendable(row)) throw new RuleBroken("אפשר לשלוח רק תבנית ש־WhatsApp אישר");
  return row;
}

export function isSendable({ approval, goneAt }: Pick<TemplateRow, "approval" | "goneAt">): boolean {
  return approval === "approved" && goneAt === null;
}

/** The message that a template becomes with these values. Throws RuleBroken when it is longer than WhatsApp takes. */
export function messageOf(
  { providerId, category, body, buttons }: TemplateRow,
  variables: TemplateValues,
): { body: string; content: MessageContent } {
  const words = fillTemplate(body, variables);
  if (words.length > LONGEST) throw new RuleBroken("ההודעה ארוכה מדי: תבנית מלאה יכולה להיות עד 1,024 תווים");
  const filled = buttons.map(({ title, url }) => ({ title, url: url && fillTemplate(url, variables) }));
  return { body: words, content: { kind: "template", providerId, category, variables, buttons: filled } };
}
