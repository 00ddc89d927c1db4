import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { Invalid, RuleBroken } from "../errors.ts";
import { carriesTemplates } from "../templates/carries-templates.ts";
import { missingIn, valuesFor } from "../templates/schemas/fill.ts";
import type { TemplateValues } from "../templates/schemas/template.ts";
import { messageOf, sendableTemplate, type TemplateRow } from "../templates/sendable-template.ts";
import { type Audience, audienceOf, type Candidate, skipReason } from "./audience.ts";
import type { AudienceInput } from "./schemas/broadcast.ts";
import { LONGEST_KNOWN, needsName, valuesOf } from "./schemas/fields.ts";
import type { SkipReason } from "./schemas/states.ts";

export interface Planned extends Omit<Audience, "candidates"> {
  template: TemplateRow;
  values: TemplateValues;
  recipients: (Candidate & { skip: SkipReason | null })[];
}

/** Throws RuleBroken for a business whose carrier has no templates. */
export async function requireTemplates(ctx: Context): Promise<void> {
  if (!(await carriesTemplates(ctx))) throw new RuleBroken("שידור נשלח רק ב־WhatsApp דרך Twilio");
}

/**
 * What a broadcast would be: its template, what is filled in, everybody it is for and who of them is not written to. The
 * count that somebody sees and what is kept are both made here. Throws Invalid for a variable without a value,
 * RuleBroken, NotFound.
 */
export async function planned(
  tx: Tx,
  ctx: Context,
  asked: { templateId: string; variables: TemplateValues; audience: AudienceInput },
): Promise<Planned> {
  const template = await sendableTemplate(tx, ctx, asked.templateId);
  const values = valuesFor(template, asked.variables);
  const details = missingIn(values).map((name) => ({ path: `variables.${name}`, message: "חסר ערך" }));
  if (details.length > 0) throw new Invalid("צריך למלא את כל הפרטים של התבנית", { details });
  // Now, and not when the longest name comes up in the middle of it.
  messageOf(template, valuesOf(values, LONGEST_KNOWN));
  const { candidates, ...read } = await audienceOf(tx, ctx, asked.audience);
  const named = needsName(values);
  const recipients = candidates.map((one) => ({ ...one, skip: skipReason(one, template.category, named) }));
  return { ...read, template, values, recipients };
}
