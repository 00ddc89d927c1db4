/** The limits in time of one media stream: when it must have started, and how long it may be silent. */
import type { Clock, Timer } from "#lib/voice/ports.ts";

interface WatchOptions {
  clock: Clock;
  ping(): void;
  /** Nothing came for 30 s: the other side is gone without having said so. */
  onSilent(): void;
  onNoStart(): void;
}

const START_WITHIN_MS = 10_000;
const SILENT_FOR_MS = 30_000;
const PING_EVERY_MS = 15_000;

export class StreamWatch {
  readonly #options: WatchOptions;
  #start: Timer;
  #silence: Timer;
  #ping: Timer;
  #lastMessageAt: number;

  constructor(options: WatchOptions) {
    this.#options = options;
    const { clock } = options;
    this.#lastMessageAt = clock.now();
    this.#start = clock.setTimer(START_WITHIN_MS, options.onNoStart);
    this.#silence = clock.setTimer(SILENT_FOR_MS, () => this.#checkSilence());
    this.#ping = clock.setTimer(PING_EVERY_MS, () => this.#pingAgain());
  }

  message(): void {
    this.#lastMessageAt = this.#options.clock.now();
  }

  started(): void {
    this.#start.cancel();
  }

  stop(): void {
    this.#start.cancel();
    this.#silence.cancel();
    this.#ping.cancel();
  }

  // One timer that looks back, instead of one that every frame would have to set again.
  #checkSilence(): void {
    const { clock, onSilent } = this.#options;
    const leftMs = this.#lastMessageAt + SILENT_FOR_MS - clock.now();
    if (leftMs <= 0) onSilent();
    else this.#silence = clock.setTimer(leftMs, () => this.#checkSilence());
  }

  #pingAgain(): void {
    this.#options.ping();
    this.#ping = this.#options.clock.setTimer(PING_EVERY_MS, () => this.#pingAgain());
  }
}
