import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { countHit } from "../db/system.ts";
import { RateLimited, RuleBroken } from "../errors.ts";
import { requirePermission } from "../permissions.ts";
import { createTemplateSource } from "../providers/whatsapp/index.ts";
import type { TemplateSource } from "../providers/whatsapp/types.ts";
import { carriesTemplates } from "./carries-templates.ts";
import { keepTemplates } from "./keep-templates.ts";
import { listTemplates } from "./list-templates.ts";
import type { TemplateList } from "./schemas/template.ts";

const REFRESHES_PER_MINUTE = 6;

/**
 * Reads the templates anew from the carrier, for somebody who waits. Throws RuleBroken when the carrier has none to
 * give, RateLimited, ProviderFailed.
 */
export async function refreshTemplates(
  ctx: Context,
  source: TemplateSource = createTemplateSource(env()),
): Promise<TemplateList> {
  requirePermission(ctx, "messages.write");
  if (!(await carriesTemplates(ctx))) throw new RuleBroken("תבניות יש רק לעסק ששולח WhatsApp דרך Twilio");
  const { hits, secondsLeft } = await countHit(`templates:${ctx.businessId}`, 60);
  if (hits > REFRESHES_PER_MINUTE) throw new RateLimited(secondsLeft, "התבניות כבר נקראו מחדש בדקה האחרונה");
  await keepTemplates(ctx, await source.list());
  return listTemplates(ctx);
}
