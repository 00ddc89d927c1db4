/** The events on /ws/events. Small: they say what changed; a turn travels whole, so that the call page needs no reload. */
import { z } from "zod";
import { turnView } from "../calls/schemas/views.ts";

const callId = z.uuid();

export const liveEvent = z.discriminatedUnion("type", [
  /** A call began, was answered, advanced or ended. */
  z.object({ type: z.literal("call.changed"), callId, live: z.boolean() }),
  z.object({ type: z.literal("call.turn"), callId, turn: turnView }),
  z.object({ type: z.literal("task.changed"), taskId: z.uuid(), open: z.boolean() }),
  z.object({ type: z.literal("customer.changed"), customerId: z.uuid() }),
  /** A message came, was written, was handed over, read, deleted … */
  z.object({ type: z.literal("message.changed"), conversationId: z.uuid(), messageId: z.uuid() }),
  /** Who answers it, who is on it, its state, its tags, what is unread. */
  z.object({ type: z.literal("conversation.changed"), conversationId: z.uuid() }),
  z.object({ type: z.literal("product.changed"), productId: z.uuid() }),
  z.object({ type: z.literal("order.changed"), orderId: z.uuid() }),
  /** The list of templates was read again. */
  z.object({ type: z.literal("templates.changed") }),
  z.object({ type: z.literal("broadcast.changed"), broadcastId: z.uuid() }),
  z.object({ type: z.literal("business.changed") }),
  /** Who carries WhatsApp, or how the paired phone is. */
  z.object({ type: z.literal("whatsapp.changed") }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

/** What a page says of its person: they look at a conversation, type in it, or have left it. */
export const saidPresence = z.object({
  type: z.literal("presence"),
  conversationId: z.uuid(),
  doing: z.enum(["looking", "typing", "left"]),
});
export type SaidPresence = z.infer<typeof saidPresence>;

/** The same, told to the colleagues. No event: it has no number, is not kept, and is not replayed. */
export const presence = saidPresence.extend({ userId: z.uuid() });
export type Presence = z.infer<typeof presence>;

/** What the socket has of events. `hello` comes first; `id` is what `?after=` takes after a cut. */
export const eventMessage = z.union([
  z.object({ type: z.literal("hello"), lastId: z.number().int() }),
  z.intersection(z.object({ id: z.number().int(), at: z.iso.datetime() }), liveEvent),
]);
export type EventMessage = z.infer<typeof eventMessage>;

/** Everything that the socket tells a page. */
export const socketMessage = z.union([eventMessage, presence]);
export type SocketMessage = z.infer<typeof socketMessage>;
