/** How much a sender has sent within the last second. */
export class RateLimit {
  readonly #clock: () => number;
  #sent = new Map<string, number[]>();

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  /** Counts one more message; false when it is more than the limit allows. */
  take(sender: string, perSecond: number | null): boolean {
    const now = this.#clock();
    const recent = (this.#sent.get(sender) ?? []).filter((at) => now - at < 1000);
    this.#sent.set(sender, recent);
    if (perSecond !== null && recent.length >= perSecond) return false;
    recent.push(now);
    return true;
  }
}
