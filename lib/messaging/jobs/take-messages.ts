import { systemContext } from "../../context.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";
import { businessAt } from "../business-at.ts";
import { receiveMessage } from "../receive-message.ts";
import { incomingMessageForm, toInboundMessage, writtenTo } from "../webhook-forms.ts";

/**
 * Takes messages that Twilio has brought, in the order in which they came, each to whichever business has the number that was
 * written to. Safe to repeat: one that cannot be taken now throws in the end, and keeps none of the others from being taken.
 */
export async function takeMessages({ channel, posts }: JobPayload<"take_messages">): Promise<void> {
  const troubles: unknown[] = [];
  for (const { form, requestId, at } of posts) {
    try {
      await takeMessage(channel, form, requestId, new Date(at));
    } catch (error) {
      troubles.push(error);
    }
  }
  if (troubles.length > 0) throw new AggregateError(troubles, "messages that were brought could not be taken");
}

async function takeMessage(
  channel: JobPayload<"take_messages">["channel"],
  post: Record<string, string>,
  requestId: string | null,
  at: Date,
): Promise<void> {
  const form = incomingMessageForm.parse(post);
  const lines = log().child({ request_id: requestId, message_sid: form.MessageSid });
  const to = writtenTo(form);
  const businessId = to === null ? null : await businessAt(channel, to);
  if (businessId === null) return lines.info("a message to a number that nobody has");
  const inbound = toInboundMessage(channel, form, at);
  if (inbound === null) return lines.info("a message from what is no number");
  const kept = await receiveMessage(systemContext(businessId, "twilio", requestId), inbound);
  lines.info({ kept }, "incoming message");
}
