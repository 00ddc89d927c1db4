/** The webhooks of written messages, for every channel alike: keep, answer, and let jobs do the rest. */
import { z } from "zod";
import { bring } from "#lib/messaging/bring.ts";
import type { Channel } from "#lib/messaging/schemas/channel.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";

/** Whatever it is, it is kept before it is answered; what nobody understands is not lost (jobs/keep-unclaimed.ts). */
const anyForm = z.looseObject({});
const NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

export function incomingMessageRoute(channel: Channel) {
  return twilioWebhook({
    form: anyForm,
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
    form: anyForm,
    unsignedPerMinute: 60,
    whenDown: () => new Response(null, { status: 204 }),
    handle: async ({ fields, requestId, cameAt }) => {
      await bring("take_reports", channel, fields, { requestId, cameAt });
      return new Response(null, { status: 204 });
    },
  });
}
