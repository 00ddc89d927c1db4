/** The webhooks of written messages, for every channel alike: keep, answer, and let jobs do the rest. */
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import { takeTwilioMessage, takeTwilioStatus } from "#lib/messaging/take-twilio-message.ts";
import { incomingMessageForm, messageStatusForm } from "#lib/messaging/webhook-forms.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";

const NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

export function incomingMessageRoute(channel: Channel) {
  return twilioWebhook({
    form: incomingMessageForm,
    unsignedPerMinute: 60,
    whenDown: () => twiml(NOTHING_TO_SAY),
    handle: async ({ form, requestId, log }) => {
      const outcome = await takeTwilioMessage(channel, form, requestId);
      log.info({ outcome, message_sid: form.MessageSid }, "incoming message");
      return twiml(NOTHING_TO_SAY);
    },
  });
}

export function messageStatusRoute(channel: Channel) {
  return twilioWebhook({
    form: messageStatusForm,
    unsignedPerMinute: 60,
    whenDown: () => new Response(null, { status: 204 }),
    handle: async ({ form, requestId, log }) => {
      const outcome = await takeTwilioStatus(channel, form, requestId);
      if (outcome === "unknown") log.info({ message_sid: form.MessageSid }, "a report of no message of ours");
      return new Response(null, { status: 204 });
    },
  });
}
