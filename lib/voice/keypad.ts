import type { Clock, Timer } from "./ports.ts";

/** A row of keys that the caller pressed. */
export interface Keys {
  digits: string;
  firstAt: number;
  lastAt: number;
}

/** Collects keys until a pause or a #. */
export class Keypad {
  readonly #clock: Clock;
  readonly #pauseMs: number;
  readonly #onKeys: () => void;
  #keys: Keys | null = null;
  #pause: Timer | null = null;

  constructor(clock: Clock, pauseMs: number, onKeys: () => void) {
    this.#clock = clock;
    this.#pauseMs = pauseMs;
    this.#onKeys = onKeys;
  }

  press(digit: string): void {
    if (!/^[0-9*#A-D]$/u.test(digit)) return;
    const now = this.#clock.now();
    this.#pause?.cancel();
    this.#pause = null;
    if (digit !== "#") {
      this.#keys ??= { digits: "", firstAt: now, lastAt: now };
      this.#keys = { ...this.#keys, digits: this.#keys.digits + digit, lastAt: now };
      this.#pause = this.#clock.setTimer(this.#pauseMs, () => {
        this.#pause = null;
        this.#onKeys();
      });
    } else if (this.#keys !== null) this.#onKeys();
  }

  /** A whole row that nobody has taken yet; null while keys are still being pressed. */
  take(): Keys | null {
    return this.#pause === null ? this.takeAll() : null;
  }

  /** Whatever was pressed, whole or not. */
  takeAll(): Keys | null {
    this.#pause?.cancel();
    this.#pause = null;
    const keys = this.#keys;
    this.#keys = null;
    return keys;
  }
}
