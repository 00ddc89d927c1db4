import { decideAfterStream } from "#lib/calls/decide-after-stream.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { messageInstead, nextTwiml } from "#lib/calls/twiml.ts";
import { failuresBefore, streamEndedForm } from "#lib/calls/webhook-forms.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";
import { speak } from "../speak.ts";

/** The media stream is over, and the phone network asks what is next. */
export const POST = twilioWebhook({
  form: streamEndedForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(messageInstead(spoken.streamFailed)),
  handle: async ({ form, query, requestId, log }) => {
    const failures = failuresBefore.parse(query.get("failures") ?? 0);
    const next = await decideAfterStream({ callSid: form.CallSid, failuresBefore: failures, requestId });
    log.info({ next: next.kind }, "stream ended");
    return twiml(await nextTwiml(next, speak));
  },
});
