/** What comes next for a call, as TwiML with our own addresses in it. */
import {
  connectStream,
  dial,
  gatherSpeech,
  hangUp,
  sayAndHangUp,
  takeMessage,
} from "../providers/telephony/twilio/twiml.ts";
import type { NextStep, Speaker } from "./next-step.ts";
import type { GatheredAnswer } from "./schemas/gathered.ts";
import { mediaStreamUrl, webhookUrl } from "./stream-url.ts";

/** The address of this sentence in this voice, as an MP3; null, and quickly, when it cannot be had: then the network says it. */
export type Speak = (by: Speaker, text: string) => Promise<string | null>;

const RING_FOR_SECONDS = 25;

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

/** The caller is asked to leave a message. Needs no database. */
export function messageInstead(text: string, url: string | null = null): string {
  return takeMessage({ speech: { text, url }, actionUrl: webhookUrl("/webhook/handle_recording") });
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

function answerTwiml(answer: GatheredAnswer, url: string | null, callerId: string): string {
  const { text } = answer;
  switch (answer.kind) {
    case "ask":
      return gatherSpeech({ speech: { text, url }, actionUrl: webhookUrl("/webhook/handle_speech") });
    case "goodbye":
      return sayAndHangUp(text, url);
    case "transfer":
      return dial({
        speech: { text, url },
        to: answer.to,
        callerId,
        resultUrl: webhookUrl("/webhook/dial_result"),
        timeoutSeconds: RING_FOR_SECONDS,
      });
    case "take_message":
      return messageInstead(text, url);
    default:
      return answer satisfies never;
  }
}
