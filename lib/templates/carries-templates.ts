import type { Context } from "../context.ts";
import { whatsappStatus } from "../messaging/whatsapp-status.ts";

/** Whether who carries this business's WhatsApp has templates: Twilio, with a number to send from. */
export async function carriesTemplates(ctx: Context): Promise<boolean> {
  const { provider, state } = await whatsappStatus(ctx);
  return provider === "twilio" && state === "WORKING";
}
