import { openCall } from "#lib/calls/open-call.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { messageInstead } from "#lib/calls/twiml.ts";
import { incomingCallForm } from "#lib/calls/webhook-forms.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";
import { openedTwiml } from "../opened-call.ts";

/** A phone rings. */
export const POST = twilioWebhook({
  form: incomingCallForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(messageInstead(spoken.takeMessage)),
  handle: async ({ form, requestId, log }) => {
    const opened = await openCall({ callSid: form.CallSid, from: form.From, to: form.To, requestId });
    log.info({ outcome: opened.kind }, "incoming call");
    return twiml(await openedTwiml(opened));
  },
});
