import type { MessageCarrier } from "./schemas/channel.ts";
import type { ConversationRow } from "./the-conversation.ts";

/** For so long after a customer's message WhatsApp lets a business write in its own words, over Twilio. */
const WINDOW_MS = 24 * 3_600_000;

/** Whether this customer may be written to in one's own words now: a phone may at any time. */
export function isWindowOpen(
  { channel, lastInboundAt }: Pick<ConversationRow, "channel" | "lastInboundAt">,
  carrier: MessageCarrier,
  now = Date.now(),
): boolean {
  if (channel !== "whatsapp" || carrier === "baileys") return true;
  return lastInboundAt !== null && now - lastInboundAt.getTime() < WINDOW_MS;
}
