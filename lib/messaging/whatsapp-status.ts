import type { Context } from "../context.ts";
import { getWhatsapp } from "../whatsapp/get-whatsapp.ts";

/** Who carries the business's WhatsApp, how it is, and from which number (E.164), for another program. */
export async function whatsappStatus(ctx: Context) {
  const { provider, state, number } = await getWhatsapp(ctx);
  return { provider, state, number };
}
