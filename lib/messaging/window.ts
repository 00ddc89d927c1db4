import type { MessageCarrier } from "./schemas/channel.ts";
import type { ConversationRow } from "./the-conversation.ts";

/** For so long after a customer's message WhatsApp lets a business write in its own words, over Twilio. */
const WINDOW_MS = 24 * 3_600_000;

type Inbound = Pick<ConversationRow, "channel" | "lastInboundAt">;

/** Whether this customer may be written to in one's own words now: a phone may at any time. */
export function isWindowOpen(row: Inbound, carrier: MessageCarrier, now = Date.now()): boolean {
  if (!hasWindow(row, carrier)) return true;
  const until = windowUntil(row, carrier);
  return until !== null && now < until.getTime();
}

/** When that is over, or was; null where it never is, and when the customer has never written. */
export function windowUntil(row: Inbound, carrier: MessageCarrier): Date | null {
  if (!hasWindow(row, carrier) || row.lastInboundAt === null) return null;
  return new Date(row.lastInboundAt.getTime() + WINDOW_MS);
}

function hasWindow({ channel }: Inbound, carrier: MessageCarrier): boolean {
  return channel === "whatsapp" && carrier !== "baileys";
}
