import type { Env } from "../../config/env.ts";
import { openAiTranscriber } from "./openai/transcriber.ts";
import type { Transcriber } from "./types.ts";

/**
 * The configured recogniser; null without a key: the phone network takes messages then. NLP_DISABLED is about the
 * model only: the brain without one listens with these ears, and recorded messages still become text.
 */
export function createTranscriber(env: Env): Transcriber | null {
  if (!env.OPENAI_API_KEY) return null;
  return openAiTranscriber({
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.sttBaseUrl,
    model: env.OPENAI_TRANSCRIBE_MODEL,
  });
}
