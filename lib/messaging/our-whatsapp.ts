import { env } from "../config/env.ts";
import { toE164 } from "../hebrew/phone.ts";

/** The product's own WhatsApp number (E.164), which a sole business inherits; written with or without its prefix. */
export function ourWhatsapp(): string | null {
  const { whatsappNumber } = env();
  return whatsappNumber === undefined ? null : toE164(whatsappNumber.replace(/^(?:whatsapp:)+/, ""));
}
