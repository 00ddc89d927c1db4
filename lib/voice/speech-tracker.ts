import { SAMPLES_PER_MS } from "./audio-clock.ts";
import type { VoiceTuning } from "./tuning.ts";

/** The detector looks at windows of 256 samples. */
const WINDOW_SAMPLES = 256;
const WINDOW_MS = WINDOW_SAMPLES / SAMPLES_PER_MS;

/** A stretch of speech without a real pause. */
export interface SpeechRun {
  readonly startSample: number;
  /** The end of the last window that was speech: where speech ends, if nothing more comes. */
  endSample: number;
  voicedMs: number;
}

/** How long the run has lasted so far. */
export function runMs(run: SpeechRun): number {
  return (run.endSample - run.startSample) / SAMPLES_PER_MS;
}

/** Turns window probabilities into runs of speech: a clear beginning is needed, less is enough to go on. */
export class SpeechTracker {
  readonly #tuning: VoiceTuning;
  #run: SpeechRun | null = null;

  constructor(tuning: VoiceTuning) {
    this.#tuning = tuning;
  }

  /** Somebody speaks, or is perhaps about to. */
  get busy(): boolean {
    return this.#run !== null;
  }

  /** Something may just be beginning: too short to believe yet, too likely to cut the audio here. */
  get wavering(): boolean {
    return this.#run !== null && !this.#believed(this.#run);
  }

  /**
   * One window, in order; `risen` when the line has just become loud, so that less is needed for a beginning. Gives the
   * run that is going on, or null while nobody speaks.
   */
  push(probability: number, endSample: number, risen = false): SpeechRun | null {
    const run = this.#run;
    const onset = risen ? this.#tuning.risenOnsetProbability : this.#tuning.onsetProbability;
    if (run === null) {
      if (probability > onset) {
        this.#run = { startSample: endSample - WINDOW_SAMPLES, endSample, voicedMs: WINDOW_MS };
      }
    } else if (probability > (this.#believed(run) ? this.#tuning.stayProbability : onset)) {
      run.endSample = endSample;
      run.voicedMs += WINDOW_MS;
    } else if (!this.#believed(run) || endSample - run.endSample >= this.#tuning.releaseMs * SAMPLES_PER_MS) {
      this.#run = null;
    }
    return this.#run !== null && this.#believed(this.#run) ? this.#run : null;
  }

  /** The windows stopped coming: whatever was going on is over. */
  reset(): void {
    this.#run = null;
  }

  #believed(run: SpeechRun): boolean {
    return run.voicedMs >= this.#tuning.onsetMs;
  }
}
