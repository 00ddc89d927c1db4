import { systemContext } from "../../context.ts";
import { allBusinesses } from "../../db/system.ts";
import type { TemplateSource } from "../../providers/whatsapp/types.ts";
import { carriesTemplates } from "../carries-templates.ts";
import { keepTemplates } from "../keep-templates.ts";

/** Reads the account's templates once and keeps them for every business that sends over it. */
export async function refreshAllTemplates(source: TemplateSource, signal: AbortSignal): Promise<void> {
  const contexts = (await allBusinesses()).map((businessId) => systemContext(businessId, "refresh_templates"));
  const carried = [];
  for (const ctx of contexts) if (await carriesTemplates(ctx)) carried.push(ctx);
  if (carried.length === 0) return;
  const templates = await source.list();
  for (const ctx of carried) {
    signal.throwIfAborted();
    await keepTemplates(ctx, templates);
  }
}
