import type { ConversationRow } from "./the-conversation.ts";

/** For so long after a customer's message WhatsApp lets a business write in its own words. */
const WINDOW_MS = 24 * 3_600_000;

/** Whether this customer may be written to in one's own words now. */
export function isWindowOpen(
  { channel, lastInboundAt }: Pick<ConversationRow, "channel" | "lastInboundAt">,
  now = Date.now(),
): boolean {
  return channel !== "whatsapp" || (lastInboundAt !== null && now - lastInboundAt.getTime() < WINDOW_MS);
}
