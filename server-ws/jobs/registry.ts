/** Which handler does which job. The handlers live with their domain; here they get what they need from outside. */
import { answerConversation } from "#lib/agent/answer-conversation.ts";
import { advance } from "#lib/broadcasts/jobs/advance-broadcast.ts";
import { renderPhrases } from "#lib/businesses/jobs/render-phrases.ts";
import { describeCall } from "#lib/calls/jobs/describe-call.ts";
import { transcribeRecording } from "#lib/calls/jobs/transcribe-recording.ts";
import type { Env } from "#lib/config/env.ts";
import type { JobHandlers } from "#lib/jobs/schemas.ts";
import { expireMessage } from "#lib/messaging/jobs/expire-message.ts";
import { fetchAttachment } from "#lib/messaging/jobs/fetch-attachment.ts";
import { sendMessage } from "#lib/messaging/jobs/send-message.ts";
import { takeMessages } from "#lib/messaging/jobs/take-messages.ts";
import { takeReports } from "#lib/messaging/jobs/take-reports.ts";
import { wakeConversation } from "#lib/messaging/jobs/wake-conversation.ts";
import { sendMail } from "#lib/notifications/jobs/send-mail.ts";
import { createMailer } from "#lib/notifications/mail.ts";
import { confirmPayment } from "#lib/payments/jobs/confirm-payment.ts";
import { createFileStore } from "#lib/providers/files/index.ts";
import { createLanguageModel } from "#lib/providers/llm/index.ts";
import { createTranscriber } from "#lib/providers/stt/index.ts";
import { createTelephony } from "#lib/providers/telephony/index.ts";
import { createSpeechSynthesizer } from "#lib/providers/tts/index.ts";
import { createFileFetcher, createTemplateSource, createTwilioSender } from "#lib/providers/whatsapp/index.ts";
import { refreshAllTemplates } from "#lib/templates/jobs/refresh-templates.ts";
import { closeForgotten, sweep } from "./sweep.ts";

/** One handler for every job there is: a name without one does not compile. */
export function jobHandlers(config: Env): JobHandlers {
  const telephony = createTelephony(config);
  const transcriber = createTranscriber(config);
  const synthesizer = createSpeechSynthesizer(config);
  const model = createLanguageModel(config);
  const mailer = createMailer(config);
  const twilio = createTwilioSender(config);
  return {
    transcribe_recording: (payload, signal) => transcribeRecording({ telephony, transcriber }, payload, signal),
    describe_call: (payload, signal, attempt) => describeCall(model, payload, signal, attempt),
    async render_phrases(payload, signal) {
      // Without a voice of our own there is nothing to render: the network's voice speaks.
      if (synthesizer) await renderPhrases(synthesizer, payload, signal);
    },
    send_mail: (payload) => sendMail(mailer, payload),
    take_messages: takeMessages,
    take_reports: takeReports,
    wake_conversation: wakeConversation,
    answer_conversation: (payload, signal) => answerConversation(model, payload, signal),
    fetch_attachment: (payload, signal, attempt) =>
      fetchAttachment(
        { fetchFile: createFileFetcher(config), files: createFileStore(config), transcriber },
        payload,
        signal,
        attempt,
      ),
    send_message: (payload, signal, attempt) =>
      sendMessage({ sender: twilio, chance: Math.random }, payload, signal, attempt),
    refresh_templates: (_, signal) => refreshAllTemplates(createTemplateSource(config), signal),
    advance_broadcast: advance,
    expire_message: expireMessage,
    confirm_payment: confirmPayment,
    sweep: (_, signal) => sweep(signal),
    close_forgotten_calls: (_, signal) => closeForgotten(signal),
  };
}
