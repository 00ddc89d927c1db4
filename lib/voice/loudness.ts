/**
 * How long the line has been clearly louder than its own quiet. Speech that begins with breath or hiss ("חכה", "שנייה")
 * is loud before the detector knows it for speech; by itself loudness proves nothing.
 */
export class Loudness {
  /** The line's quiet: follows a softer window at once, a louder one slowly (twice as loud takes some two seconds). */
  #floor = QUIETEST;
  #risenMs = 0;
  #gapMs = 0;

  /** The next 32 ms, raw mu-law. Gives for how many ms it has been loud; short closures are no break. */
  push(mulaw: Uint8Array): number {
    const level = rootMeanSquare(mulaw);
    const loud = level > Math.max(QUIETEST, this.#floor * RISE);
    this.#floor =
      level < this.#floor ? (this.#floor + level) / 2 : Math.max(QUIETEST / RISE, this.#floor) * FLOOR_GROWTH;
    if (loud) {
      this.#risenMs += this.#gapMs + WINDOW_MS;
      this.#gapMs = 0;
    } else if (this.#risenMs > 0) {
      this.#gapMs += WINDOW_MS;
      if (this.#gapMs > LONGEST_GAP_MS) this.#risenMs = this.#gapMs = 0;
    }
    return this.#risenMs;
  }
}

const WINDOW_MS = 32;
/** Of 32,768: below this nothing counts as loud, however quiet the line is. */
const QUIETEST = 150;
const RISE = 3;
const FLOOR_GROWTH = 1.01;
const LONGEST_GAP_MS = 64;

/** The square of each mu-law value's sample (ITU-T G.711). */
const squares = Float64Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff;
  const sample = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 0x07)) - 0x84;
  return sample * sample;
});

/** How loud a piece of raw mu-law is: its root mean square, of 32,768. */
export function rootMeanSquare(mulaw: Uint8Array): number {
  if (mulaw.length === 0) return 0;
  let sum = 0;
  for (const code of mulaw) sum += squares[code] ?? 0;
  return Math.sqrt(sum / mulaw.length);
}
