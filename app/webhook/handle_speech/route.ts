import { randomUUID } from "node:crypto";
import { answerGathered } from "#lib/agent/answer-gathered.ts";
import { answerOrWord } from "#lib/calls/answer-or-word.ts";
import { meanwhile, whoSpeaks } from "#lib/calls/meanwhile.ts";
import { spoken } from "#lib/calls/spoken.ts";
import { meanwhileTwiml, messageInstead, nextTwiml } from "#lib/calls/twiml.ts";
import { speechForm, waitedFor } from "#lib/calls/webhook-forms.ts";
import { env } from "#lib/config/env.ts";
import { keysText } from "#lib/hebrew/keys-text.ts";
import { createLanguageModel } from "#lib/providers/llm/index.ts";
import { judge } from "#lib/voice/gibberish/judge.ts";
import { twilioWebhook, twiml } from "#lib/web/webhook.ts";
import { speak, speakPatiently } from "../speak.ts";

const PERSON_KEY = "0";
/** Far more than the slowest brain and voice need: a database hangs, and the caller is asked for a message. */
const MOST_WORDS = 12;

/** Noise was never said; what may be an invention of the recogniser is kept with a confidence of 0. */
function understood(text: string, confidence: number | null): { text: string; confidence: number | null } {
  const verdict = judge({ text, confidence, noSpeech: null, compression: null, sound: null });
  return { text: verdict === "noise" ? "" : text, confidence: verdict === "doubtful" ? 0 : confidence };
}

/**
 * One turn of a conversation without a stream: what was said or pressed, or that nothing was. An answer that does not come
 * soon is asked for again after a word that bridges the wait.
 */
export const POST = twilioWebhook({
  form: speechForm,
  unsignedPerMinute: 30,
  whenDown: () => twiml(messageInstead(spoken.takeMessage)),
  handle: async ({ form, query, onceKey, requestId, log }) => {
    const { CallSid: callSid, SpeechResult, Confidence, Digits } = form;
    const heard = Digits
      ? { text: keysText(Digits), confidence: null, wantsPerson: Digits === PERSON_KEY }
      : { ...understood(SpeechResult.trim(), Confidence), wantsPerson: false };
    const waited = waitedFor.parse(Object.fromEntries(query));
    // A request without a name is nobody's repeat.
    const turn = waited.turn ?? onceKey ?? randomUUID();
    if (waited.words >= MOST_WORDS) throw new Error("an answer that never comes");
    const answering = answerGathered({ ...heard, callSid, onceKey: turn, requestId }, createLanguageModel(env())).then(
      (next) => nextTwiml(next, speakPatiently),
    );
    const word = meanwhile(turn, waited.words);
    const ownWord = async () => {
      const by = await whoSpeaks(callSid);
      return meanwhileTwiml(word, by ? await speak(by, word.text) : undefined);
    };
    const { kind, say } = await answerOrWord({ answering, ownWord, networksWord: meanwhileTwiml(word) });
    log.info({ heard: heard.text !== "", waited: waited.words, answered: kind === "answer" }, "a gathered turn");
    return twiml(say);
  },
});
