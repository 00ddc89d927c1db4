/**
 * Keeps the turns of one call, in order and in the background: audio never waits for the database. While the database is
 * away the newest state of each turn waits here, so memory grows with the turns and not with their updates.
 */
import type { TurnView } from "#lib/calls/schemas/views.ts";
import type { Clock, Timer } from "#lib/voice/ports.ts";

interface WriterOptions {
  clock: Clock;
  keep(turn: TurnView): Promise<void>;
  /** A write failed; it will be tried again. */
  onRetry(error: unknown): void;
  /** These turns could not be kept within the time there was. */
  onGivenUp(turns: TurnView[]): void;
}

const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 5_000;
/** What the agent says is kept no more often than this while it grows: somebody reads along, and each time costs a transaction. */
const GROWTH_MS = 1_000;
/** How long after the end of a call a database may stay away. */
const KEEP_TRYING_MS = 10 * 60_000;

export class TurnWriter {
  readonly #options: WriterOptions;
  /** By turn index; a Map keeps the order of first arrival. */
  readonly #waiting = new Map<number, TurnView>();
  #writing = false;
  /** The newest state of each turn, as text: one that has not changed is not kept again. */
  readonly #states = new Map<number, string>();
  /** What waits is more than what the agent is just saying. */
  #urgent = false;
  #growthTimer: Timer | undefined;
  #retryMs = FIRST_RETRY_MS;
  #retryTimer: Timer | undefined;
  #endedAt: number | undefined;
  #whenEmpty: (() => void)[] = [];

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /**
   * Takes the turn as it stands now; an older state of it that still waits is replaced. `final`: it grows no more. What the
   * caller has said is kept at once: nobody can say it again.
   */
  add(turn: TurnView, final: boolean): void {
    const state = JSON.stringify(turn);
    if (state !== this.#states.get(turn.index)) {
      this.#states.set(turn.index, state);
      this.#waiting.set(turn.index, turn);
    }
    if (final || turn.speaker === "caller") this.#hurry();
    this.#write();
  }

  /**
   * The call is over. Resolves when everything is kept, or after `waitMs`; what is left then goes on being tried for ten
   * minutes.
   */
  async end(waitMs: number): Promise<void> {
    this.#endedAt ??= this.#options.clock.now();
    this.#hurry();
    this.#write();
    if (this.#waiting.size === 0 && !this.#writing) return;
    await new Promise<void>((resolve) => {
      const timer = this.#options.clock.setTimer(waitMs, resolve);
      this.#whenEmpty.push(() => {
        timer.cancel();
        resolve();
      });
    });
  }

  #hurry(): void {
    this.#urgent = true;
    this.#growthTimer?.cancel();
    this.#growthTimer = undefined;
  }

  #write(): void {
    if (this.#writing || this.#retryTimer || this.#growthTimer) return;
    const [next] = this.#waiting;
    if (!next) {
      for (const empty of this.#whenEmpty.splice(0)) empty();
      return;
    }
    const [index, turn] = next;
    this.#writing = true;
    this.#options.keep(turn).then(
      () => {
        this.#writing = false;
        this.#retryMs = FIRST_RETRY_MS;
        // A newer state may have come while this one was written.
        if (this.#waiting.get(index) === turn) this.#waiting.delete(index);
        if (this.#waiting.size === 0) this.#urgent = false;
        if (!this.#urgent && this.#endedAt === undefined) this.#letGrow();
        this.#write();
      },
      (error: unknown) => {
        this.#writing = false;
        this.#retryLater(error);
      },
    );
  }

  #letGrow(): void {
    this.#growthTimer = this.#options.clock.setTimer(GROWTH_MS, () => {
      this.#growthTimer = undefined;
      this.#write();
    });
  }

  #retryLater(error: unknown): void {
    const { clock, onRetry, onGivenUp } = this.#options;
    if (this.#endedAt !== undefined && clock.now() - this.#endedAt > KEEP_TRYING_MS) {
      onGivenUp([...this.#waiting.values()]);
      this.#waiting.clear();
      this.#write();
      return;
    }
    onRetry(error);
    this.#retryTimer = clock.setTimer(this.#retryMs, () => {
      this.#retryTimer = undefined;
      this.#write();
    });
    this.#retryMs = Math.min(this.#retryMs * 2, MAX_RETRY_MS);
  }
}
