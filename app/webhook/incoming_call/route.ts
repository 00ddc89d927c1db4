import { openCall } from "#lib/calls/open-call.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { messageInstead, nextTwiml } from "#lib/calls/twiml.ts";
import { incomingCallForm } from "#lib/calls/webhook-forms.ts";
import { sayAndHangUp } from "#lib/providers/telephony/twilio/twiml.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";
import { speak } from "../speak.ts";

/** A phone rings. */
export const POST = twilioWebhook({
  form: incomingCallForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(messageInstead(spoken.takeMessage)),
  handle: async ({ form, requestId, log }) => {
    const opened = await openCall({ callSid: form.CallSid, from: form.From, to: form.To, requestId });
    log.info({ outcome: opened.kind }, "incoming call");
    switch (opened.kind) {
      case "unknown_number":
        return twiml(sayAndHangUp(spoken.unknownNumber));
      case "too_many_calls":
        return twiml(sayAndHangUp(spoken.tooManyCalls));
      case "hang_up":
      case "stream":
      case "answer":
        return twiml(await nextTwiml(opened, speak));
      default:
        return opened satisfies never;
    }
  },
});
