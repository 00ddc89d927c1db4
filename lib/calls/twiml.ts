/** What comes next for a call, as TwiML with our own addresses in it. */
import {
  connectStream,
  dial,
  gatherSpeech,
  hangUp,
  type Speech,
  sayAndGoOn,
  sayAndHangUp,
  takeMessage,
} from "../providers/telephony/twilio/twiml.ts";
import type { Meanwhile, NextStep, Speaker } from "./next-step.ts";
import type { GatheredAnswer } from "./schemas/gathered.ts";
import { mediaStreamUrl, webhookUrl } from "./stream-url.ts";

/** This sentence as it is spoken, and its address as an MP3 in this voice; without one the network says it. */
export type Speak = (by: Speaker, text: string) => Promise<Speech>;

/** How long a person's phone rings when a call is put through to it. */
export const RING_FOR_SECONDS = 25;

export async function nextTwiml(step: NextStep, speak: Speak): Promise<string> {
  switch (step.kind) {
    case "hang_up":
      return hangUp();
    case "stream":
      return conversation(step);
    case "answer":
      return answerTwiml(step.answer, await speak(step.by, step.answer.text), step.callerId);
    default:
      return step satisfies never;
  }
}

/**
 * A word while the caller waits for an answer, as it is spoken or, without that, said by the network; after it the network
 * asks for the answer again. `waitedFor` reads the address.
 */
export function meanwhileTwiml({ text, turn, words }: Meanwhile, speech: Speech = { text, url: null }): string {
  const query = new URLSearchParams({ turn, words: String(words) });
  return sayAndGoOn(speech, `${webhookUrl("/webhook/handle_speech")}?${query}`);
}

/** The caller is asked to leave a message. Needs no database. */
export function messageInstead(text: string): string {
  return message({ text, url: null });
}

function message(speech: Speech): string {
  return takeMessage({ speech, actionUrl: webhookUrl("/webhook/handle_recording") });
}

function conversation({ businessId, callToken, failures }: NextStep & { kind: "stream" }): string {
  // So that a repeat of an earlier question is not taken for another failure.
  const after = failures > 0 ? `?failures=${failures}` : "";
  return connectStream({
    streamUrl: mediaStreamUrl(),
    actionUrl: webhookUrl("/webhook/stream_ended") + after,
    parameters: { business_id: businessId, call_token: callToken },
  });
}

function answerTwiml(answer: GatheredAnswer, speech: Speech, callerId: string): string {
  switch (answer.kind) {
    case "ask":
      return gatherSpeech({ speech, actionUrl: webhookUrl("/webhook/handle_speech") });
    case "goodbye":
      return sayAndHangUp(speech.text, speech.url);
    case "transfer":
      return dial({
        speech,
        to: answer.to,
        callerId,
        resultUrl: webhookUrl("/webhook/dial_result"),
        timeoutSeconds: RING_FOR_SECONDS,
      });
    case "take_message":
      return message(speech);
    default:
      return answer satisfies never;
  }
}
