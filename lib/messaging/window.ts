import { eq } from "drizzle-orm";
import { business } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { carrierOf } from "./carrier-of.ts";
import type { ConversationRow } from "./the-conversation.ts";

/** For so long after a customer's message WhatsApp lets a business write freely over Twilio. */
export const WINDOW_MS = 24 * 3_600_000;

/** Whether this customer may be written to in one's own words now. */
export async function isWindowOpen(
  tx: Tx,
  ctx: Context,
  { channel, lastInboundAt }: Pick<ConversationRow, "channel" | "lastInboundAt">,
  now = Date.now(),
): Promise<boolean> {
  if (channel !== "whatsapp") return true;
  const [settings] = await tx.select().from(business).where(eq(business.id, ctx.businessId));
  if (!settings || carrierOf(settings, channel) !== "twilio") return true;
  return lastInboundAt !== null && now - lastInboundAt.getTime() < WINDOW_MS;
}
