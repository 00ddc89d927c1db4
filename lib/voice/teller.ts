import type { SessionEvent } from "./turns.ts";

/** Tells what happens, at once and in order, and knows while somebody is still listening to it. */
export class Teller {
  readonly #listener: (event: SessionEvent) => void;
  #telling = false;

  constructor(listener: (event: SessionEvent) => void) {
    this.#listener = listener;
  }

  tell(event: SessionEvent): void {
    const outer = this.#telling;
    this.#telling = true;
    try {
      this.#listener(event);
    } finally {
      this.#telling = outer;
    }
  }

  /** Runs this now; or, when it is a listener who asks for it in the middle of a change, once that change is finished. */
  afterwards(run: () => Promise<void>): Promise<void> {
    return this.#telling ? Promise.resolve().then(run) : run();
  }
}
