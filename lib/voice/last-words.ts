import type { CallerDraft } from "./caller-draft.ts";
import type { Clock } from "./ports.ts";

/** The call is over while the caller's last words are still being recognised: they are waited for, for a while. */
export class LastWords {
  readonly #clock: Clock;
  readonly #withinMs: number;
  #drafts: readonly CallerDraft[] = [];
  #came = () => {};

  constructor(clock: Clock, withinMs: number) {
    this.#clock = clock;
    this.#withinMs = withinMs;
  }

  /** Settles when all of these are complete, or when they have been waited for long enough. */
  async wait(drafts: readonly (CallerDraft | null)[]): Promise<void> {
    this.#drafts = drafts.filter((draft) => draft !== null).filter(({ complete }) => !complete);
    if (this.#drafts.length === 0) return;
    await new Promise<void>((resolve) => {
      const limit = this.#clock.setTimer(this.#withinMs, resolve);
      this.#came = () => {
        limit.cancel();
        resolve();
      };
    });
    this.#drafts = [];
  }

  /** A text came for this draft; true when it is one of those that are waited for. */
  came(draft: CallerDraft): boolean {
    if (!this.#drafts.includes(draft)) return false;
    if (this.#drafts.every(({ complete }) => complete)) this.#came();
    return true;
  }
}
