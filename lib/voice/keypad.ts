import type { Clock, Timer } from "./ports.ts";
import type { VoiceTuning } from "./tuning.ts";

/** A row of keys that the caller pressed. */
export interface Keys {
  digits: string;
  firstAt: number;
  lastAt: number;
}

type Pauses = Pick<VoiceTuning, "keypadPauseMs" | "loneZeroPauseMs">;

/** The longest number that anybody keys in, a card with its date and code, has 23; more is a key that is stuck. */
const MOST_KEYS = 32;

/** Collects keys until a pause or a #. */
export class Keypad {
  readonly #clock: Clock;
  readonly #pauses: Pauses;
  readonly #onKeys: () => void;
  #keys: Keys | null = null;
  #pause: Timer | null = null;

  constructor(clock: Clock, pauses: Pauses, onKeys: () => void) {
    this.#clock = clock;
    this.#pauses = pauses;
    this.#onKeys = onKeys;
  }

  /** False when it says nothing: no key, or a # that ends no row, as when its row was over already by a pause. */
  press(digit: string): boolean {
    if (!/^[0-9*#A-D]$/u.test(digit)) return false;
    const now = this.#clock.now();
    this.#pause?.cancel();
    this.#pause = null;
    if (digit !== "#") {
      this.#keys ??= { digits: "", firstAt: now, lastAt: now };
      this.#keys = { ...this.#keys, digits: (this.#keys.digits + digit).slice(0, MOST_KEYS), lastAt: now };
      const { keypadPauseMs, loneZeroPauseMs } = this.#pauses;
      this.#pause = this.#clock.setTimer(this.#keys.digits === "0" ? loneZeroPauseMs : keypadPauseMs, () => {
        this.#pause = null;
        this.#onKeys();
      });
    }
    return this.#keys !== null;
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
