/** WhatsApp's 24 hours: a business may write freely to whoever wrote to it, for that long. */

const WINDOW_MS = 24 * 60 * 60 * 1000;

export class Windows {
  readonly #clock: () => number;
  #lastWritten = new Map<string, number>();

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  /** The person wrote to the sender, `agoMs` ago; null takes back that they ever did. */
  opened(sender: string, person: string, agoMs: number | null = 0): void {
    if (agoMs === null) this.#lastWritten.delete(`${sender} ${person}`);
    else this.#lastWritten.set(`${sender} ${person}`, this.#clock() - agoMs);
  }

  isOpen(sender: string, person: string): boolean {
    const at = this.#lastWritten.get(`${sender} ${person}`);
    return at !== undefined && this.#clock() - at < WINDOW_MS;
  }
}
