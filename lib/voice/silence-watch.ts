import type { Clock, Timer } from "./ports.ts";

/** After a noise nobody is asked anything at once: it may have been the breath before a word. */
const LEAST_MS = 1000;
/** But noise upon noise does not put it off for longer than this. */
const MOST_OVERDUE_MS = 3000;

/** Counts how often nobody spoke for too long. */
export class SilenceWatch {
  readonly #clock: Clock;
  readonly #afterMs: number;
  readonly #onSilence: (times: number) => void;
  #timer: Timer | null = null;
  #dueAt = 0;
  #times = 0;

  /** `onSilence` is told how many times in a row it has been quiet, from 1. */
  constructor(clock: Clock, afterMs: number, onSilence: (times: number) => void) {
    this.#clock = clock;
    this.#afterMs = afterMs;
    this.#onSilence = onSilence;
  }

  /** It is quiet from now on. */
  start(): void {
    this.#dueAt = this.#clock.now() + this.#afterMs;
    this.resume();
  }

  /** What had stopped it was only noise. */
  resume(): void {
    this.stop();
    const leftMs = this.#dueAt - this.#clock.now();
    const afterMs = leftMs < -MOST_OVERDUE_MS ? 0 : Math.max(LEAST_MS, leftMs);
    this.#timer = this.#clock.setTimer(afterMs, () => {
      this.#timer = null;
      this.#times += 1;
      this.#onSilence(this.#times);
    });
  }

  /** Something is being said. */
  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** The caller is there: the next silence is a first one. */
  forget(): void {
    this.#times = 0;
  }
}
