import { eq } from "drizzle-orm";
import { conversation, customer } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { Invalid, NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { answeredByStaff } from "../messaging/answered-by-staff.ts";
import { queueMessage } from "../messaging/queue-message.ts";
import { deliveryErrorHe } from "../messaging/schemas/delivery-errors.ts";
import { requirePermission } from "../permissions.ts";
import { carriesTemplates } from "./carries-templates.ts";
import { consentRefusal } from "./schemas/consent.ts";
import { missingIn, valuesFor } from "./schemas/fill.ts";
import { type SendTemplateInput, sendTemplateInput } from "./schemas/template.ts";
import { messageOf, sendableTemplate } from "./sendable-template.ts";

/**
 * A person of the staff sends the customer an approved text, also when nothing else would come through; like any other
 * answer it silences the agent. Null for the same `onceKey` again. Throws Invalid for a variable without a value,
 * RuleBroken for a template that WhatsApp has not approved or a customer who may not get it, NotFound.
 */
export async function sendTemplate(ctx: Context, input: SendTemplateInput): Promise<{ messageId: string | null }> {
  requirePermission(ctx, "messages.write");
  const { conversationId, templateId, variables, onceKey } = sendTemplateInput.parse(input);
  const carried = await carriesTemplates(ctx);

  return forBusiness(ctx, async function sendTemplate(tx) {
    const [row] = await tx.select().from(conversation).where(eq(conversation.id, conversationId)).for("update");
    if (!row) throw new NotFound("ההתכתבות לא נמצאה");
    if (!carried || row.channel !== "whatsapp") throw new RuleBroken("תבניות נשלחות רק ב־WhatsApp דרך Twilio");
    const template = await sendableTemplate(tx, ctx, templateId);
    const [who] = await tx
      .select({ marketing: customer.marketing })
      .from(customer)
      .where(eq(customer.id, row.customerId));
    const refusal = consentRefusal(who?.marketing ?? "unknown", template.category);
    if (refusal !== null) throw new RuleBroken(deliveryErrorHe(refusal));
    const values = valuesFor(template, variables);
    const missing = missingIn(values);
    if (missing.length > 0) throw new Invalid("צריך למלא את כל הפרטים של התבנית", { details: fieldsOf(missing) });
    const queued = await queueMessage(tx, ctx, row, {
      author: "staff",
      ...messageOf(template, values),
      ...(ctx.actor.kind === "user" ? { authorId: ctx.actor.userId } : {}),
      ...(onceKey === undefined ? {} : { onceKey: `template:${onceKey}` }),
    });
    if (queued === null) return { messageId: null };
    const answered = await answeredByStaff(tx, ctx, row);
    const after = { conversationId, template: template.name };
    await recordAudit(tx, ctx, { action: "message.template", subjectId: queued.messageId, after });
    await publish(tx, ...queued.news, answered);
    return { messageId: queued.messageId };
  });
}

/** As a form shows what is wrong with its fields. */
function fieldsOf(missing: readonly string[]) {
  return missing.map((name) => ({ path: `variables.${name}`, message: "חסר ערך" }));
}
