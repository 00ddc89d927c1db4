/** The webhooks of written messages, for every channel alike: keep, answer, and let jobs do the rest. */
import { bring } from "#lib/messaging/bring.ts";
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import { incomingMessageForm, messageStatusForm } from "#lib/messaging/webhook-forms.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";

const NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

export function incomingMessageRoute(channel: Channel) {
  return twilioWebhook({
    form: incomingMessageForm,
    unsignedPerMinute: 60,
    whenDown: () => twiml(NOTHING_TO_SAY),
    handle: async ({ fields, requestId, cameAt }) => {
      await bring("take_messages", channel, fields, { requestId, cameAt });
      return twiml(NOTHING_TO_SAY);
    },
  });
}

export function messageStatusRoute(channel: Channel) {
  return twilioWebhook({
    form: messageStatusForm,
    unsignedPerMinute: 60,
    whenDown: () => new Response(null, { status: 204 }),
    handle: async ({ fields, requestId, cameAt }) => {
      await bring("take_reports", channel, fields, { requestId, cameAt });
      return new Response(null, { status: 204 });
    },
  });
}
