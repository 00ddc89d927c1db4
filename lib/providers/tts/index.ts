import type { Env } from "../../config/env.ts";
import { googleSynthesizer } from "./google/synthesizer.ts";
import { openAiSynthesizer } from "./openai/synthesizer.ts";
import type { SpeechSynthesizer } from "./types.ts";
import { withMemory } from "./with-memory.ts";
import { withSecondVoice } from "./with-second-voice.ts";

/**
 * The configured voice: Google's, with OpenAI's to step in when both are there; null when there is none (the phone
 * network's own voice speaks then). The first voice remembers its short sentences; what the second one said for it is
 * never taken for it later.
 */
export function createSpeechSynthesizer(env: Env): SpeechSynthesizer | null {
  const google = googleVoice(env);
  const openai = openAiVoice(env);
  if (google && openai) return withSecondVoice(withMemory(google), openai);
  const only = google ?? openai;
  return only && withMemory(only);
}

function googleVoice(env: Env): SpeechSynthesizer | null {
  if (env.TTS_DISABLED || !env.googleServiceAccount) return null;
  return googleSynthesizer({
    serviceAccountJson: env.googleServiceAccount,
    baseUrl: env.GOOGLE_TTS_BASE_URL,
    voice: env.GOOGLE_TTS_VOICE ?? null,
  });
}

function openAiVoice(env: Env): SpeechSynthesizer | null {
  if (!env.OPENAI_API_KEY) return null;
  return openAiSynthesizer({
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.OPENAI_BASE_URL,
    model: env.OPENAI_TTS_MODEL,
  });
}
