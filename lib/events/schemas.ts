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
  z.object({ type: z.literal("business.changed") }),
  /** Who carries WhatsApp, or how the paired phone is. */
  z.object({ type: z.literal("whatsapp.changed") }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

/** One message of the socket. `hello` comes first; `id` is what `?after=` takes after a cut. */
export const eventMessage = z.union([
  z.object({ type: z.literal("hello"), lastId: z.number().int() }),
  z.intersection(z.object({ id: z.number().int(), at: z.iso.datetime() }), liveEvent),
]);
export type EventMessage = z.infer<typeof eventMessage>;
