import { eq } from "drizzle-orm";
import { type conversation, customer, type message } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import { consentRefusal } from "../templates/schemas/consent.ts";
import { type HeldBackCode, isHeldBack } from "./schemas/delivery-errors.ts";

interface AboutToGo
  extends Pick<typeof message.$inferSelect, "author" | "carrier" | "content" | "errorCode" | "marketing"> {
  customerId: string;
  mode: typeof conversation.$inferSelect.mode;
  handover: typeof conversation.$inferSelect.handover;
}

/**
 * Why a message that is about to be handed over must not be, whatever was true when it was queued: its broadcast was
 * stopped, the customer wants no such message, its carrier has no templates, or a person has taken over from the agent who
 * wrote it. Null when nothing speaks against it.
 */
export async function heldBack(tx: Tx, about: AboutToGo): Promise<HeldBackCode | null> {
  const { author, carrier, content, customerId, errorCode, handover, marketing, mode } = about;
  if (isHeldBack(errorCode)) return errorCode;
  // What the agent says when it passes somebody on itself is its last word, and goes.
  const takenOver = mode === "human" && (handover === "taken_over" || handover === "staff_wrote");
  if (author === "agent" && takenOver) return "taken_over";
  if (content.kind !== "template") return null;
  if (marketing && carrier !== "twilio") return "no_templates";
  const [row] = await tx.select({ marketing: customer.marketing }).from(customer).where(eq(customer.id, customerId));
  return consentRefusal(row?.marketing ?? "unknown", content.category);
}
