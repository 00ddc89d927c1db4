import type { business } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import type { Channel, MessageCarrier } from "./schemas/channel.ts";

type Settings = Pick<typeof business.$inferSelect, "whatsappProvider" | "whatsappNumber">;

/** Who carries what a business writes on a channel, as it is configured now. */
export function carrierOf({ whatsappProvider }: Settings, channel: Channel): MessageCarrier {
  switch (channel) {
    case "sms":
      return "twilio";
    case "whatsapp":
      return whatsappProvider ?? env().WHATSAPP_PROVIDER ?? "twilio";
    default:
      return channel satisfies never;
  }
}
