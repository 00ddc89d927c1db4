import { and, eq } from "drizzle-orm";
import { broadcast, broadcastRecipient, type conversation, customer, type message } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";
import { consentRefusal } from "../templates/schemas/consent.ts";
import { type HeldBackCode, isHeldBack } from "./schemas/delivery-errors.ts";

interface AboutToGo
  extends Pick<
    typeof message.$inferSelect,
    "id" | "attempts" | "author" | "carrier" | "content" | "errorCode" | "marketing"
  > {
  customerId: string;
  address: string;
  mode: typeof conversation.$inferSelect.mode;
  handover: typeof conversation.$inferSelect.handover;
}

/**
 * Why a message that is about to be handed over must not be, whatever was true when it was queued: its broadcast was
 * stopped, the customer wants no such message, its carrier has no templates, or a person has taken over from the agent who
 * wrote it. Null when nothing speaks against it.
 */
export async function heldBack(tx: Tx, about: AboutToGo): Promise<HeldBackCode | null> {
  const { id, address, attempts, author, carrier, content, customerId, errorCode, handover, marketing, mode } = about;
  if (isHeldBack(errorCode)) return errorCode;
  // What the agent says when it passes somebody on itself is its last word, and goes.
  const takenOver = mode === "human" && (handover === "taken_over" || handover === "staff_wrote");
  if (author === "agent" && takenOver) return "taken_over";
  if (content.kind !== "template") return null;
  if (marketing && carrier !== "twilio") return "no_templates";
  // It was no longer in the outbox when its broadcast was stopped: its carrier had it, and refused it for now.
  if (marketing && attempts > 0 && (await isStopped(tx, id, address))) return "stopped";
  const [row] = await tx.select({ marketing: customer.marketing }).from(customer).where(eq(customer.id, customerId));
  return consentRefusal(row?.marketing ?? "unknown", content.category);
}

/** By the number, too: it is what a broadcast has an index of. */
async function isStopped(tx: Tx, messageId: string, phone: string): Promise<boolean> {
  const rows = await tx
    .select({ id: broadcast.id })
    .from(broadcastRecipient)
    .innerJoin(broadcast, eq(broadcast.id, broadcastRecipient.broadcastId))
    .where(
      and(
        eq(broadcast.state, "stopped"),
        eq(broadcastRecipient.phone, phone),
        eq(broadcastRecipient.messageId, messageId),
      ),
    );
  return rows.length > 0;
}
