import { settleDial } from "#lib/calls/settle-dial.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { messageInstead, nextTwiml } from "#lib/calls/twiml.ts";
import { dialResultForm } from "#lib/calls/webhook-forms.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";
import { speak } from "../speak.ts";

/** A transfer is over: connected ends the call, unanswered goes back to the conversation. */
export const POST = twilioWebhook({
  form: dialResultForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(messageInstead(spoken.takeMessage)),
  handle: async ({ form, requestId, log }) => {
    const connected = form.DialCallStatus === "completed" || form.DialCallStatus === "answered";
    const next = await settleDial(form.CallSid, connected, requestId);
    log.info({ dial: form.DialCallStatus, next: next.kind }, "transfer over");
    return twiml(await nextTwiml(next, speak));
  },
});
