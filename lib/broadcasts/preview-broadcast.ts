import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { formatPhone } from "../hebrew/phone.ts";
import { requirePermission } from "../permissions.ts";
import { fillTemplate } from "../templates/schemas/fill.ts";
import { planned, requireTemplates } from "./planned.ts";
import { type BroadcastPreview, type PreviewBroadcastInput, previewBroadcastInput } from "./schemas/broadcast.ts";
import { valuesOf } from "./schemas/fields.ts";
import { skipReasons } from "./schemas/states.ts";

/** Whom a broadcast would reach, whom not and why; nothing is sent. Throws as `planned`. */
export async function previewBroadcast(ctx: Context, input: PreviewBroadcastInput): Promise<BroadcastPreview> {
  requirePermission(ctx, "broadcasts.write");
  const asked = previewBroadcastInput.parse(input);
  await requireTemplates(ctx);
  const { recipients, template, values, duplicates, rejected } = await forBusiness(
    ctx,
    (tx) => planned(tx, ctx, asked),
    "previewBroadcast",
  );
  const reached = recipients.filter(({ skip }) => skip === null);
  const [first] = reached;
  const phone = first?.phone ? formatPhone(first.phone) : "";
  return {
    reached: reached.length,
    skipped: skipReasons
      .map((reason) => ({ reason, count: recipients.filter(({ skip }) => skip === reason).length }))
      .filter(({ count }) => count > 0),
    duplicates,
    rejected,
    example: first ? fillTemplate(template.body, valuesOf(values, { name: first.name, phone })) : null,
  };
}
