import type { Clock, SpokenPhrase, Timer } from "./ports.ts";

interface BridgeOptions {
  clock: Clock;
  /** Said one after the other, the last again and again; what is not rendered ahead is left out. */
  words: readonly (SpokenPhrase | null)[];
  /** Never quiet for longer than this. */
  quietMs: number;
  /** How much longer the caller hears what was sent already. */
  aheadMs: () => number;
  /** An answer is about to begin: it is waited for a little longer. */
  soon: () => boolean;
  graceMs: number;
  say: (word: SpokenPhrase) => void;
}

/** A word now and then while an answer is on its way, so that the caller does not wonder whether anybody is there. */
export class Bridge {
  readonly #options: BridgeOptions;
  readonly #words: SpokenPhrase[];
  #timer: Timer | null = null;
  #quietSince = 0;
  #said = 0;
  #running = false;

  constructor(options: BridgeOptions) {
    this.#options = options;
    this.#words = options.words.filter((word) => word !== null && word.audio !== null) as SpokenPhrase[];
  }

  /** Somebody waits, and has heard nothing for so long already. */
  start(quietMs: number): void {
    this.#running = this.#words.length > 0;
    this.#watch(this.#options.clock.now() - quietMs);
  }

  /** Something was sent to the caller's ear: the quiet begins anew after it. */
  sent(): void {
    this.#watch(this.#options.clock.now() + this.#options.aheadMs());
  }

  stop(): void {
    this.#running = false;
    this.#timer?.cancel();
    this.#timer = null;
  }

  #watch(quietSince: number): void {
    this.#quietSince = quietSince;
    this.#wait(quietSince + this.#options.quietMs);
  }

  #wait(until: number): void {
    if (!this.#running) return;
    const { clock } = this.#options;
    this.#timer?.cancel();
    this.#timer = clock.setTimer(Math.max(0, until - clock.now()), () => this.#onQuiet());
  }

  #onQuiet(): void {
    const { clock, aheadMs, quietMs, soon, graceMs, say } = this.#options;
    if (aheadMs() > 0) {
      this.sent();
      return;
    }
    const latest = this.#quietSince + quietMs + graceMs;
    if (clock.now() < latest && soon()) {
      this.#wait(latest);
      return;
    }
    const word = this.#words[Math.min(this.#said, this.#words.length - 1)];
    this.#said += 1;
    if (word) say(word);
  }
}
