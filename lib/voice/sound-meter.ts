import { SAMPLES_PER_MS } from "./audio-clock.ts";
import type { Sound } from "./gibberish/evidence.ts";
import type { SpeechRun } from "./speech-tracker.ts";

/** Measures how a piece of speech sounded, window by window. */
export class SoundMeter {
  #startSample = 0;
  #endSample = 0;
  #voicedMs = 0;
  #energy = 0;
  #peak = 0;

  get voicedMs(): number {
    return this.#voicedMs;
  }

  /** So much more of the run was speech, at this level (root mean square, of 32,768). */
  add(run: SpeechRun, voicedMs: number, level: number): void {
    // Not the run's own beginning: the piece before this one may have ended in the middle of the run.
    if (this.#voicedMs === 0) this.#startSample = run.endSample - voicedMs * SAMPLES_PER_MS;
    this.#endSample = run.endSample;
    this.#voicedMs += voicedMs;
    this.#energy += level ** 2 * voicedMs;
    this.#peak = Math.max(this.#peak, level);
  }

  /** Null while there was none. */
  get sound(): Sound | null {
    if (this.#voicedMs === 0) return null;
    return {
      voicedMs: this.#voicedMs,
      durationMs: (this.#endSample - this.#startSample) / SAMPLES_PER_MS,
      meanDbfs: dbfs(Math.sqrt(this.#energy / this.#voicedMs)),
      peakDbfs: dbfs(this.#peak),
    };
  }
}

/** Digital silence counts as the softest that mu-law can say. */
export function dbfs(level: number): number {
  return 20 * Math.log10(Math.max(1, level) / 32_768);
}
