import { advanceCall } from "#lib/calls/advance-call.ts";
import { callStatusForm } from "#lib/calls/webhook-forms.ts";
import { twilioWebhook } from "#lib/web/webhook.ts";

/** A status only ever advances the call; a word that we do not know changes nothing. */
export const POST = twilioWebhook({
  form: callStatusForm,
  unsignedPerMinute: 60,
  whenDown: () => new Response(null, { status: 204 }),
  handle: async ({ form: { CallSid, CallStatus, CallDuration }, requestId }) => {
    if (CallStatus)
      await advanceCall({ callSid: CallSid, status: CallStatus, durationS: CallDuration ?? null, requestId });
    return new Response(null, { status: 204 });
  },
});
