/**
 * The time that a vendor has to show a sign of life, together with the caller's own wish to stop.
 * Node's AbortSignal.any would keep a listener on the outer signal of a long call; this one takes its own away.
 */
export class Deadline {
  readonly #outer: AbortSignal;
  readonly #controller = new AbortController();
  readonly #ms: number;
  #timer: NodeJS.Timeout | undefined;
  #expired = false;

  constructor(outer: AbortSignal, ms: number) {
    this.#outer = outer;
    this.#ms = ms;
    if (outer.aborted) this.#stop();
    else outer.addEventListener("abort", this.#stop, { once: true });
    this.touch();
  }

  /** Hand this to the vendor's client. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** True when it ended because the time was up, not because the caller of the port stopped it. */
  get expired(): boolean {
    return this.#expired;
  }

  get milliseconds(): number {
    return this.#ms;
  }

  /** Something came: the time begins anew. */
  touch(): void {
    clearTimeout(this.#timer);
    if (this.#controller.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#expired = true;
      this.#controller.abort();
    }, this.#ms);
  }

  /** The request is over, well or badly: leaves no timer and no listener behind. */
  done(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener("abort", this.#stop);
  }

  /** Throws the caller's own reason when it was the caller who stopped. */
  throwIfStopped(): void {
    this.#outer.throwIfAborted();
  }

  readonly #stop = (): void => {
    clearTimeout(this.#timer);
    this.#controller.abort();
  };
}
