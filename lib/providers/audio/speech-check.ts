import { decodeMulaw } from "./mulaw.ts";

const SAMPLES_PER_MS = 8;
/** Spoken Hebrew has some 13 letters a second; a voice far from that has left something out, or made something up. */
const MS_PER_LETTER = { least: 36, most: 260 };
/** A digit is a whole word to the ear, however short it looks. */
const MOST_MS_PER_DIGIT = 1200;
/** Silence around the words, whatever their number. */
const MOST_MARGIN_MS = 1500;
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
  const missing = missingSpeech(mulaw.length, text);
  if (missing) return missing;
  const ms = mulaw.length / SAMPLES_PER_MS;
  const { letters, digits } = countOf(text);
  if (ms > letters * MS_PER_LETTER.most + digits * MOST_MS_PER_DIGIT + MOST_MARGIN_MS)
    return `${Math.round(ms)} ms is too long`;
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

/** Why so many bytes of audio cannot be all of that text: what can be said of audio that was played as it came. */
export function missingSpeech(bytes: number, text: string): string | null {
  const ms = bytes / SAMPLES_PER_MS;
  const { letters, digits } = countOf(text);
  if (ms === 0) return "no audio";
  return ms < (letters + digits) * MS_PER_LETTER.least ? `${Math.round(ms)} ms is too short` : null;
}

function countOf(text: string): { letters: number; digits: number } {
  return { letters: text.match(/\p{L}/gu)?.length ?? 0, digits: text.match(/\p{N}/gu)?.length ?? 0 };
}

function rms(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
