import type { CallerDraft } from "./caller-draft.ts";
import type { Clock } from "./ports.ts";

/** The call is over while the caller's last words are still being recognised: they are waited for, for a while. */
export class LastWords {
  readonly #clock: Clock;
  readonly #withinMs: number;
  #waiting: { draft: CallerDraft; came: () => void } | null = null;

  constructor(clock: Clock, withinMs: number) {
    this.#clock = clock;
    this.#withinMs = withinMs;
  }

  /** Settles when the draft is complete, or when it has been waited for long enough. */
  async wait(draft: CallerDraft): Promise<void> {
    await new Promise<void>((resolve) => {
      const limit = this.#clock.setTimer(this.#withinMs, resolve);
      const came = () => {
        limit.cancel();
        resolve();
      };
      this.#waiting = { draft, came };
    });
    this.#waiting = null;
  }

  /** A text came for this draft; true when it is the one that is waited for. */
  came(draft: CallerDraft): boolean {
    if (this.#waiting?.draft !== draft) return false;
    if (draft.complete) this.#waiting.came();
    return true;
  }
}
