import { decodeMulaw } from "./mulaw.ts";

/** Of 32124, the loudest that mu-law has: below this nobody hears a word. */
export const SILENT_BELOW = 200;

export function rms(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

export function isSilent(mulaw: Uint8Array): boolean {
  return rms(decodeMulaw(mulaw)) < SILENT_BELOW;
}

/** The loudness of each whole stretch of so many samples. */
export function rmsOfFrames(samples: Int16Array, frame: number): number[] {
  return Array.from({ length: Math.floor(samples.length / frame) }, (_, index) =>
    rms(samples.subarray(index * frame, (index + 1) * frame)),
  );
}
