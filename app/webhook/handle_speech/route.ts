import { randomUUID } from "node:crypto";
import { answerGathered } from "#lib/agent/answer-gathered.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { messageInstead, nextTwiml } from "#lib/calls/twiml.ts";
import { speechForm } from "#lib/calls/webhook-forms.ts";
import { env } from "#lib/config/env.ts";
import { createLanguageModel } from "#lib/providers/llm/index.ts";
import { judge } from "#lib/voice/gibberish/judge.ts";
import { keysText } from "#lib/voice/keypad.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";
import { speak } from "../speak.ts";

const PERSON_KEY = "0";

/** What may be an invention of the recogniser was not heard: the caller is asked again. */
function understood(text: string, confidence: number | null): string {
  const verdict = judge({ text, confidence, noSpeech: null, compression: null, sound: null });
  return verdict === "speech" ? text : "";
}

/** One turn of a conversation without a stream: what was said or pressed, or that nothing was. */
export const POST = twilioWebhook({
  form: speechForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(messageInstead(spoken.takeMessage)),
  handle: async ({ form, onceKey, requestId, log }) => {
    const { CallSid: callSid, SpeechResult, Confidence, Digits } = form;
    const heard = Digits
      ? { text: keysText({ digits: Digits }), confidence: null, wantsPerson: Digits === PERSON_KEY }
      : { text: understood(SpeechResult.trim(), Confidence), confidence: Confidence, wantsPerson: false };
    const next = await answerGathered(
      // A request without a name is nobody's repeat.
      { ...heard, callSid, onceKey: onceKey ?? randomUUID(), requestId },
      createLanguageModel(env()),
    );
    log.info(
      { heard: heard.text !== "", next: next.kind === "answer" ? next.answer.kind : next.kind },
      "a gathered turn",
    );
    return twiml(await nextTwiml(next, speak));
  },
});
