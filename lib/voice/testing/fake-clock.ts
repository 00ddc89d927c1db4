import type { Clock, Timer } from "../ports.ts";

interface Pending {
  at: number;
  order: number;
  run: () => void;
}

/** Virtual time: hours of waiting take no time, and every promise gets its turn between two timers. */
export class FakeClock implements Clock {
  #now = 1000;
  #order = 0;
  readonly #pending = new Set<Pending>();

  now(): number {
    return this.#now;
  }

  setTimer(delayMs: number, run: () => void): Timer {
    const pending: Pending = { at: this.#now + Math.max(0, delayMs), order: this.#order++, run };
    this.#pending.add(pending);
    return { cancel: () => this.#pending.delete(pending) };
  }

  /** How many timers are still set. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Resolves after that much virtual time, or at once when the signal aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.setTimer(ms, resolve);
      signal?.addEventListener("abort", () => {
        timer.cancel();
        resolve();
      });
    });
  }

  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (let next = this.#next(until); next !== null; next = this.#next(until)) {
      this.#pending.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settle();
    }
    this.#now = until;
  }

  #next(until: number): Pending | null {
    let first: Pending | null = null;
    for (const pending of this.#pending) {
      if (pending.at > until) continue;
      if (first === null || pending.at < first.at || (pending.at === first.at && pending.order < first.order)) {
        first = pending;
      }
    }
    return first;
  }
}

/** Lets every promise that can go on do so; chains through async generators take several rounds. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 25; round++) await Promise.resolve();
}
