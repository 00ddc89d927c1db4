import { excessSpeech, missingSpeech } from "../../hebrew/speech-length.ts";
import { rms, rmsOfFrames, SILENT_BELOW } from "./loudness.ts";
import { decodeMulaw } from "./mulaw.ts";
import { looksLikeText } from "./text-bytes.ts";

const SAMPLES_PER_MS = 8;
/** At the second of 32124, the loudest that mu-law has, the tops are cut off. */
const FULL_SCALE = 31_000;
const MOST_CLIPPED = 0.05;
const FRAME_MS = 20;
/** A frame so far below the loudest one is a pause. */
const PAUSE_BELOW = 0.02;
/** The longest pause that a thinking speaker of the phrasebook makes has 960 ms, and at least 0.6 is speech. */
const LONGEST_PAUSE_MS = 1500;
const MOST_PAUSES = { share: 0.5, fromMs: 1000 };
/** How much the loudness of the frames differs (standard deviation to mean): speech has 0.38 and more, noise 0.1. */
const LEAST_DYNAMICS = 0.2;
/** Speech ends softly, if only within its last milliseconds; a file that ends in the middle of a sound was cut. */
const ENDING = [
  { ms: 20, loudest: 0.8 },
  { ms: 2, loudest: 0.4 },
];
/** No speech is text for so many of its bytes (50 ms). */
const TEXT_BYTES = 400;

/**
 * Why this audio (raw mu-law, 8 kHz) cannot be that text as a voice says it; null when it can. The bounds are generous:
 * they find what is broken, not what is merely fast or slow. All recordings of the phrasebook are inside of them.
 */
export function speechTrouble(mulaw: Uint8Array, text: string): string | null {
  if (looksLikeText(mulaw.subarray(0, TEXT_BYTES))) return "text and no audio";
  return missingSpeech(mulaw.length, text) ?? excessSpeech(mulaw.length, text) ?? soundTrouble(decodeMulaw(mulaw));
}

function soundTrouble(samples: Int16Array): string | null {
  const loudness = rms(samples);
  if (loudness < SILENT_BELOW) return "silent";
  const clipped = samples.reduce((count, sample) => (Math.abs(sample) >= FULL_SCALE ? count + 1 : count), 0);
  if (clipped > samples.length * MOST_CLIPPED) return "clipped";
  const frames = rmsOfFrames(samples, FRAME_MS * SAMPLES_PER_MS);
  if (dynamics(frames) < LEAST_DYNAMICS) return "noise without any syllables";
  const silence = silenceTrouble(frames);
  if (silence) return silence;
  const cut = ENDING.every(({ ms, loudest }) => rms(samples.subarray(-ms * SAMPLES_PER_MS)) > loudness * loudest);
  return cut ? "cut off in the middle of a sound" : null;
}

/** Words that are missing at the end, at the beginning or in the middle leave silence where they should be. */
function silenceTrouble(frames: readonly number[]): string | null {
  const pauseBelow = Math.max(...frames) * PAUSE_BELOW;
  let all = 0;
  let current = 0;
  let longest = 0;
  for (const frame of frames) {
    const paused = frame < pauseBelow;
    current = paused ? current + FRAME_MS : 0;
    longest = Math.max(longest, current);
    if (paused) all += FRAME_MS;
  }
  if (longest > LONGEST_PAUSE_MS) return `${longest} ms of silence`;
  const most = Math.max(MOST_PAUSES.fromMs, frames.length * FRAME_MS * MOST_PAUSES.share);
  return all > most ? `${all} ms of silence in all` : null;
}

function dynamics(frames: readonly number[]): number {
  const mean = frames.reduce((sum, frame) => sum + frame, 0) / frames.length;
  const variance = frames.reduce((sum, frame) => sum + (frame - mean) ** 2, 0) / frames.length;
  return Math.sqrt(variance) / mean;
}
