import { z } from "zod";

interface Delivery {
  copy: number;
  /** Epoch milliseconds. */
  at: number;
  /** Null when no answer came: then `error` says why. */
  status: number | null;
  error?: string;
}

interface Notify {
  terminal: string;
  index: number;
  url: string;
  fields: Record<string, string>;
  /** Held until the control door lets go; lost are those that a fault took away. */
  state: "held" | "lost" | "sent";
  deliveries: Delivery[];
}

export const notifySettings = z.strictObject({
  /** How often each one is sent, whatever is answered. */
  copies: z.int().min(1).max(10).optional(),
  delay_ms: z.int().min(0).max(600_000).optional(),
  /** Keeps them back; false lets go of all that are kept. */
  hold: z.boolean().optional(),
});
type NotifySettings = Required<z.infer<typeof notifySettings>>;

/**
 * After these waits a notify is repeated that was not answered with 200. Whether the real service repeats one is
 * documented nowhere: merchants must do with one that comes often, and with none at all.
 */
const RETRY_AFTER_MS = [300, 1_200, 4_800] as const;
const ANSWER_TIMEOUT_MS = 10_000;

/** Tells merchants of charges: unsigned, later than the payer's browser, sometimes often, and sometimes never. */
export class Notifier {
  #settings: NotifySettings = { copies: 1, delay_ms: 150, hold: false };
  readonly #notifies: Notify[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #closing = new AbortController();

  /** Changes what is named, and says how things stand then. */
  set(change: z.infer<typeof notifySettings>): NotifySettings {
    this.#settings = { ...this.#settings, ...change };
    if (!this.#settings.hold) for (const one of this.#notifies) if (one.state === "held") this.#release(one);
    return this.#settings;
  }

  add(about: Pick<Notify, "terminal" | "index" | "url" | "fields">, lost: boolean): void {
    const notify: Notify = { ...about, state: lost ? "lost" : "held", deliveries: [] };
    this.#notifies.push(notify);
    if (!lost && !this.#settings.hold) this.#release(notify);
  }

  list(): Notify[] {
    return [...this.#notifies];
  }

  /** Sends nothing any more. */
  close(): void {
    this.#closing.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #release(notify: Notify): void {
    const { copies, delay_ms } = this.#settings;
    notify.state = "sent";
    for (let copy = 1; copy <= copies; copy += 1) this.#later(delay_ms, () => this.#deliver(notify, copy, 0));
  }

  async #deliver(notify: Notify, copy: number, retries: number): Promise<void> {
    const delivery = { copy, at: Date.now(), ...(await this.#post(notify)) };
    if (this.#closing.signal.aborted) return;
    notify.deliveries.push(delivery);
    const wait = RETRY_AFTER_MS[retries];
    if (delivery.status !== 200 && wait !== undefined)
      this.#later(wait, () => this.#deliver(notify, copy, retries + 1));
  }

  async #post({ url, fields }: Notify): Promise<Pick<Delivery, "status" | "error">> {
    try {
      const answer = await fetch(url, {
        method: "POST",
        body: new URLSearchParams(fields),
        redirect: "manual",
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
      });
      await answer.body?.cancel();
      return { status: answer.status };
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.message : String(error) };
    }
  }

  #later(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void work();
    }, ms);
    this.#timers.add(timer);
  }
}
