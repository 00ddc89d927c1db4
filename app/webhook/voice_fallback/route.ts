import { spoken } from "#lib/calls/spoken.ts";
import { takeUpAgain } from "#lib/calls/take-up-again.ts";
import { messageInstead } from "#lib/calls/twiml.ts";
import { voiceFallbackForm } from "#lib/calls/webhook-forms.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";
import { openedTwiml } from "../opened-call.ts";

/** Another of our answers did not come to the network; the caller is still on the line. */
export const POST = twilioWebhook({
  form: voiceFallbackForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(messageInstead(spoken.takeMessage)),
  handle: async ({ form, requestId, log }) => {
    const { CallSid: callSid, From: from, To: to, ErrorUrl: askedAt } = form;
    const opened = await takeUpAgain({ callSid, from, to, askedAt, requestId });
    log.warn({ asked_at: askedAt, outcome: opened.kind }, "the network did not get an answer of ours");
    return twiml(await openedTwiml(opened));
  },
});
