import { env } from "../config/env.ts";
import { createSpeechSynthesizer } from "../providers/tts/index.ts";
import type { SpeechSynthesizer } from "../providers/tts/types.ts";

const cache: { synthesizer?: SpeechSynthesizer | null } = {};

/** This process's voice as configured; null when there is none. */
export function speechSynthesizer(): SpeechSynthesizer | null {
  if (cache.synthesizer === undefined) cache.synthesizer = createSpeechSynthesizer(env());
  return cache.synthesizer;
}
