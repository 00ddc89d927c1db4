import { sql } from "drizzle-orm";
import { business } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import { toE164 } from "../hebrew/phone.ts";

/** The product's own WhatsApp number (E.164), which a sole business inherits; written with or without its prefix. */
export function ourWhatsapp(): string | null {
  const { whatsappNumber } = env();
  return whatsappNumber === undefined ? null : toE164(whatsappNumber.replace(/^(?:whatsapp:)+/, ""));
}

/**
 * A column of a query about businesses: the number from which each writes on WhatsApp over Twilio, its own or, as long as
 * nobody else could be meant by it, ours; null for none. Whose a message to that number is, is decided by the same function.
 */
export function whatsappNumber() {
  const ours = ourWhatsapp();
  return sql<string | null>`coalesce(${business.whatsappNumber},
    case when system_business_by_whatsapp(${ours}::text, ${ours}::text) = ${business.id} then ${ours}::text end)`;
}
