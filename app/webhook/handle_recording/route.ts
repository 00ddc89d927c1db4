import { keepRecording } from "#lib/calls/keep-recording.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { recordingForm } from "#lib/calls/webhook-forms.ts";
import { sayAndHangUp } from "#lib/providers/telephony/twilio/twiml.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";

/** A caller left a message. Kept at once; a job fetches and transcribes it. */
export const POST = twilioWebhook({
  form: recordingForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(sayAndHangUp(spoken.messageKept)),
  handle: async ({ form, requestId, log }) => {
    const { CallSid: callSid, From: from, To: to, RecordingSid, RecordingUrl } = form;
    if (RecordingSid && RecordingUrl)
      await keepRecording({ callSid, from, to, recordingSid: RecordingSid, url: RecordingUrl, requestId });
    log.info({ recorded: Boolean(RecordingSid) }, "message recorded");
    return twiml(sayAndHangUp(spoken.messageKept));
  },
});
