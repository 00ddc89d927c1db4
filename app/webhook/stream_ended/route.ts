import { decideAfterStream } from "#lib/calls/decide-after-stream.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { messageInstead } from "#lib/calls/twiml.ts";
import { streamEndedForm } from "#lib/calls/webhook-forms.ts";
import { hangUp, sayAndHangUp } from "#lib/providers/telephony/twilio/twiml.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";

/** The media stream is over, and the phone network asks what is next. */
export const POST = twilioWebhook({
  form: streamEndedForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(messageInstead(spoken.streamFailed)),
  handle: async ({ form, requestId, log }) => {
    const next = await decideAfterStream(form.CallSid, requestId);
    log.info({ next: next.kind }, "stream ended");
    switch (next.kind) {
      case "hang_up":
        return twiml(hangUp());
      case "take_message":
        return twiml(messageInstead(spoken.streamFailed));
      case "apologise":
        return twiml(sayAndHangUp(spoken.apology));
      default:
        return next satisfies never;
    }
  },
});
