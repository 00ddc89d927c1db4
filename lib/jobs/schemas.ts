/** The payload of every job, by its name. Handlers live with their domain, in lib/<domain>/jobs/. */
import { z } from "zod";
import { channels } from "../messaging/schemas/channel.ts";

/** What a carrier has posted to one of our webhooks, and when. */
const carrierPost = z.object({
  form: z.record(z.string(), z.string()),
  requestId: z.string().nullable(),
  at: z.iso.datetime(),
});
export type CarrierPost = z.infer<typeof carrierPost>;
const carrierPosts = z.array(carrierPost);

export const jobSchemas = {
  /** Fetches, transcribes, files and deletes the message that a caller has left. */
  transcribe_recording: z.object({ businessId: z.uuid(), callId: z.uuid() }),
  /** Finds out what became of a call that is over: summary, wish, score, mood, promises. */
  describe_call: z.object({ businessId: z.uuid(), callId: z.uuid() }),
  /** Renders the greeting and the fixed phrases of a business ahead. */
  render_phrases: z.object({ businessId: z.uuid() }),
  send_mail: z.object({
    to: z.email(),
    subject: z.string().min(1),
    text: z.string().min(1),
    html: z.string().optional(),
  }),
  /** Takes messages that customers have written, as the carrier brought them: those of about one moment. */
  take_messages: z.object({ channel: z.enum(channels), posts: carrierPosts }),
  /** Takes what the carrier reports about messages of ours. */
  take_reports: z.object({ channel: z.enum(channels), posts: carrierPosts }),
  /** Answers what a customer has written and nobody has answered. */
  answer_conversation: z.object({ businessId: z.uuid(), conversationId: z.uuid() }),
  /** Hands one message of the outbox to its carrier. */
  send_message: z.object({ businessId: z.uuid(), messageId: z.uuid() }),
  /** Looks whether a paired phone has sent a message after all; if not, it has failed. */
  expire_message: z.object({ businessId: z.uuid(), messageId: z.uuid() }),
  /** Fetches a picture, a voice note or a document from its carrier; a voice note is transcribed. */
  fetch_attachment: z.object({ businessId: z.uuid(), attachmentId: z.uuid() }),
  /** A snoozed conversation comes back. */
  wake_conversation: z.object({ businessId: z.uuid(), conversationId: z.uuid() }),
  /** Reads the carrier's templates, for every business that it carries: hourly, and when a business is new. */
  refresh_templates: z.object({}),
  /** Queues the next few messages of a broadcast. */
  advance_broadcast: z.object({ businessId: z.uuid(), broadcastId: z.uuid() }),
  /** Asks providers what became of a payment. `look`: the nth of a page's looks that nobody asked for; null when somebody told. */
  confirm_payment: z.object({
    businessId: z.uuid(),
    paymentId: z.uuid(),
    hint: z.string().max(15).nullable(),
    collect: z.boolean(),
    look: z.object({ pageId: z.uuid(), nth: z.number().int().min(0) }).nullable(),
  }),
  /** Every night: what is old goes, what was not rendered is (server-ws/jobs/sweep.ts). */
  sweep: z.object({}),
  /** Every ten minutes: calls whose end was never told. */
  close_forgotten_calls: z.object({}),
} as const;

export type JobName = keyof typeof jobSchemas;
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>;
/** `attempt` counts from 1: a handler may be content with less after some failures. */
export type JobHandlers = {
  [N in JobName]: (payload: JobPayload<N>, signal: AbortSignal, attempt: number) => Promise<void>;
};
