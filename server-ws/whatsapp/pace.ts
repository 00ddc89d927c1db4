/** How fast one phone may write: a bucket of tokens that fills slowly, and never the same pause twice. */
interface PaceOptions {
  /** So many at once after a quiet time. */
  burst: number;
  perMinute: number;
  /** The longest pause before any message, ms. */
  jitterMs: number;
  now(): number;
  /** From 0 to 1. */
  chance(): number;
}

export class Pace {
  readonly #options: PaceOptions;
  #tokens: number;
  #filledAt: number;

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#tokens = options.burst;
    this.#filledAt = options.now();
  }

  /** Takes a token, and says how long to wait before it is used, ms. */
  take(): number {
    const { burst, perMinute, jitterMs, now, chance } = this.#options;
    const at = now();
    this.#tokens = Math.min(burst, this.#tokens + ((at - this.#filledAt) * perMinute) / 60_000) - 1;
    this.#filledAt = at;
    const missing = Math.max(0, -this.#tokens);
    return Math.round((missing * 60_000) / perMinute + chance() * jitterMs);
  }
}
