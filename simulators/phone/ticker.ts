/** The one clock of all calls: every 20 ms each call gets its turn, on deadlines that never drift. */
import { now } from "../common/http.ts";
import { FRAME_MS } from "./audio/mulaw.ts";

export interface FrameListener {
  /** `deadline` is when the frame was due (epoch ms), `lateMs` how much later than that it really came. */
  onFrame(deadline: number, lateMs: number): void;
}

// Calls are spread over four phases of the 20 ms, as calls in the world are, so that their frames do not come in one burst.
const PHASES = 4;

export class Ticker {
  readonly #frameMs: number;
  readonly #phases: Set<FrameListener>[] = Array.from({ length: PHASES }, () => new Set());
  #slot = 0;
  #nextPhase = 0;
  #epoch = 0;
  #running = false;
  #timer: NodeJS.Timeout | undefined;

  /** `speed` 10 plays ten times faster than the world does; for tests only. */
  constructor(speed = 1) {
    this.#frameMs = FRAME_MS / speed;
  }

  /** Starts giving frames to a listener; what is returned stops it. */
  add(listener: FrameListener): () => void {
    const phase = this.#phases[this.#nextPhase];
    this.#nextPhase = (this.#nextPhase + 1) % PHASES;
    phase?.add(listener);
    if (!this.#running) this.#start();
    return () => {
      phase?.delete(listener);
    };
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  #start(): void {
    this.#running = true;
    this.#epoch = now();
    this.#slot = 0;
    this.#advance();
    this.#schedule();
  }

  #schedule(): void {
    // A timer may fire up to a millisecond early; rounding up keeps frames from being sent before they are due.
    const waitMs = Math.max(0, Math.ceil(this.#deadline() - now()));
    this.#timer = setTimeout(() => this.#tick(), waitMs);
  }

  #tick(): void {
    // After a stall everything that is due goes out at once, as it does on a real line.
    while (this.#running && this.#deadline() <= now()) {
      const deadline = this.#deadline();
      const lateMs = Math.max(0, now() - deadline);
      for (const listener of this.#phases[this.#slot % PHASES] ?? []) listener.onFrame(deadline, lateMs);
      this.#advance();
    }
    if (this.#running) this.#schedule();
  }

  // Slots of empty phases need no waking.
  #advance(): void {
    if (this.#phases.every((phase) => phase.size === 0)) {
      this.#running = false;
      return;
    }
    do this.#slot += 1;
    while (this.#phases[this.#slot % PHASES]?.size === 0);
  }

  #deadline(): number {
    return this.#epoch + (this.#slot * this.#frameMs) / PHASES;
  }
}
