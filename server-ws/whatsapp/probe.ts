/**
 * Whether a connection that looks open is alive: now and then the server is asked something and has to answer exactly
 * that. Frames that come by themselves, or a socket that is only open, prove nothing.
 */
interface ProbeOptions {
  /** Resolves when the server has answered; rejects, or takes too long, when it has not. */
  ask(withinMs: number): Promise<void>;
  onDead(): void;
  everyMs?: number;
  withinMs?: number;
}

/** Twice in a row is no accident: dead is found within two minutes. */
const MISSES = 2;
const EVERY_MS = 35_000;
const WITHIN_MS = 20_000;

export class Probe {
  readonly #options: ProbeOptions;
  #timer: NodeJS.Timeout | undefined;
  #misses = 0;
  #closed = false;

  constructor(options: ProbeOptions) {
    this.#options = options;
    this.#later();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #later(): void {
    this.#timer = setTimeout(() => void this.#ask(), this.#options.everyMs ?? EVERY_MS);
  }

  async #ask(): Promise<void> {
    const withinMs = this.#options.withinMs ?? WITHIN_MS;
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error("no answer in time")), withinMs);
    try {
      await Promise.race([this.#options.ask(withinMs), late]);
      this.#misses = 0;
    } catch {
      this.#misses += 1;
    } finally {
      clearTimeout(timer);
    }
    if (this.#closed) return;
    if (this.#misses >= MISSES) this.#options.onDead();
    else this.#later();
  }
}
