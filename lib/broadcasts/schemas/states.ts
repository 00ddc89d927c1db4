/** Where a broadcast stands, and each of those it goes to. */
import { z } from "zod";

export const broadcastStates = ["running", "stopped", "done"] as const;
export type BroadcastState = (typeof broadcastStates)[number];

/** Stopped by a person, because the template cannot be sent any more, or because something of ours went wrong each time. */
export const stopReasons = ["person", "template", "trouble"] as const;
export type StopReason = (typeof stopReasons)[number];

export type RecipientState = "waiting" | "queued" | "skipped";

/** Why somebody is not written to; words of lib/messaging/schemas/delivery-errors.ts. */
export const skipReasons = ["no_number", "opted_out", "no_consent", "no_name", "unwritable", "stopped"] as const;
export type SkipReason = (typeof skipReasons)[number];

/** How far it came with one recipient. */
export const recipientResults = ["waiting", "queued", "sent", "delivered", "read", "failed", "skipped"] as const;
export type RecipientResult = (typeof recipientResults)[number];

/** Whom it goes to, as it is kept: the numbers of a list are its recipients. */
export const broadcastAudience = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tag"), tag: z.string() }),
  z.object({ kind: z.literal("list") }),
]);
export type BroadcastAudience = z.infer<typeof broadcastAudience>;
