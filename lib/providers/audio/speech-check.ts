import { decodeMulaw } from "./mulaw.ts";
import { excessSpeech, missingSpeech } from "./speech-length.ts";

const SAMPLES_PER_MS = 8;
/** Of 32124, the loudest that mu-law has: below the first nobody hears a word, at the second the tops are cut off. */
const SILENT_BELOW = 200;
const FULL_SCALE = 31_000;
const MOST_CLIPPED = 0.05;
/** Speech ends softly; a file that ends in the middle of a sound was cut. */
const ENDING_MS = 20;
const LOUD_ENDING = 0.8;

/**
 * Why this audio (raw mu-law, 8 kHz) cannot be that text as a voice says it; null when it can. The bounds are generous:
 * they find what is broken, not what is merely fast or slow.
 */
export function speechTrouble(mulaw: Uint8Array, text: string): string | null {
  const length = missingSpeech(mulaw.length, text) ?? excessSpeech(mulaw.length, text);
  if (length) return length;
  const samples = decodeMulaw(mulaw);
  const loudness = rms(samples);
  if (loudness < SILENT_BELOW) return "silent";
  let clipped = 0;
  for (const sample of samples) if (Math.abs(sample) >= FULL_SCALE) clipped += 1;
  if (clipped > samples.length * MOST_CLIPPED) return "clipped";
  if (rms(samples.subarray(-ENDING_MS * SAMPLES_PER_MS)) > loudness * LOUD_ENDING)
    return "cut off in the middle of a sound";
  return null;
}

function rms(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
