import type { MarketingConsent } from "../../customers/schemas.ts";
import type { TemplateCategory } from "./template.ts";

/** Why somebody may not be sent a template; words of lib/messaging/schemas/delivery-errors.ts. */
export type ConsentRefusal = "opted_out" | "no_consent";

/** Who asked to be left alone is sent no template at all; marketing goes only to who agreed to it (spam law, 30A). */
export function consentRefusal(consent: MarketingConsent, category: TemplateCategory): ConsentRefusal | null {
  if (consent === "refused") return "opted_out";
  return category === "marketing" && consent !== "granted" ? "no_consent" : null;
}
