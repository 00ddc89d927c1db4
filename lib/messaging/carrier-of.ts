import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { whatsappProviderOf } from "../whatsapp/provider-of.ts";
import type { Channel, MessageCarrier } from "./schemas/channel.ts";

/** Who carries what the business writes on this channel now. */
export async function carrierOf(tx: Tx, ctx: Context, channel: Channel): Promise<MessageCarrier> {
  return channel === "sms" ? "twilio" : whatsappProviderOf(tx, ctx);
}
