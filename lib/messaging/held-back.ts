import { eq } from "drizzle-orm";
import { customer, type message } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import { consentRefusal } from "../templates/schemas/consent.ts";
import { type HeldBackCode, isHeldBack } from "./schemas/delivery-errors.ts";

/**
 * Why a message that is about to be handed over must not be, whatever was true when it was queued: its broadcast was
 * stopped, or the customer wants no such message. Null when nothing speaks against it.
 */
export async function heldBack(
  tx: Tx,
  { content, errorCode }: Pick<typeof message.$inferSelect, "content" | "errorCode">,
  customerId: string,
): Promise<HeldBackCode | null> {
  if (isHeldBack(errorCode)) return errorCode;
  if (content.kind !== "template") return null;
  const [row] = await tx.select({ marketing: customer.marketing }).from(customer).where(eq(customer.id, customerId));
  return consentRefusal(row?.marketing ?? "unknown", content.category);
}
