import type { Clock, SpokenPhrase, Timer } from "./ports.ts";

interface BridgeOptions {
  clock: Clock;
  /** Said one after the other, the last again and again; what is not rendered ahead is left out. */
  words: readonly (SpokenPhrase | null)[];
  /** Never quiet for longer than this. */
  quietMs: number;
  /** How much longer the caller hears what was sent already. */
  aheadMs: () => number;
  /** An answer is about to begin, and should be waited for so long; 0 when nothing is near. */
  soonMs: () => number;
  say: (word: SpokenPhrase) => void;
}

/** A word now and then while an answer is on its way, so that the caller does not wonder whether anybody is there. */
export class Bridge {
  readonly #options: BridgeOptions;
  readonly #words: SpokenPhrase[];
  #timer: Timer | null = null;
  #said = 0;
  #running = false;

  constructor(options: BridgeOptions) {
    this.#options = options;
    this.#words = options.words.filter((word) => word !== null && word.audio !== null) as SpokenPhrase[];
  }

  /** Somebody waits; the first word comes after so long. */
  start(firstMs: number): void {
    this.#running = this.#words.length > 0;
    this.#wait(firstMs);
  }

  /** Something was sent to the caller's ear: the quiet begins anew after it. */
  sent(): void {
    this.#wait(this.#options.aheadMs() + this.#options.quietMs);
  }

  stop(): void {
    this.#running = false;
    this.#timer?.cancel();
    this.#timer = null;
  }

  #wait(ms: number): void {
    if (!this.#running) return;
    this.#timer?.cancel();
    this.#timer = this.#options.clock.setTimer(ms, () => this.#onQuiet());
  }

  #onQuiet(): void {
    const { aheadMs, soonMs, quietMs, say } = this.#options;
    // More was sent since, or the answer is as good as there.
    const left = aheadMs() > 0 ? aheadMs() + quietMs : soonMs();
    if (left > 0) {
      this.#wait(left);
      return;
    }
    const word = this.#words[Math.min(this.#said, this.#words.length - 1)];
    this.#said += 1;
    if (word) say(word);
  }
}
