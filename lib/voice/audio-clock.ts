/** Raw mu-law at 8 kHz: one byte is one sample. */
export const SAMPLES_PER_MS = 8;

const BUCKET_MS = 5000;

/**
 * Says when a piece of the caller's audio was spoken. Frames come late and in bursts, never early, so the frame that
 * took the shortest way in the last seconds gives the offset between position and time; older ones are forgotten
 * because the far side's clock drifts.
 */
export class AudioClock {
  #previous = Number.POSITIVE_INFINITY;
  #current = Number.POSITIVE_INFINITY;
  #bucketStart = Number.NEGATIVE_INFINITY;

  /** Audio up to `endSample` is here at `now`. */
  arrived(endSample: number, now: number): void {
    if (now - this.#bucketStart >= BUCKET_MS) {
      this.#previous = this.#current;
      this.#current = Number.POSITIVE_INFINITY;
      this.#bucketStart = now;
    }
    this.#current = Math.min(this.#current, now - endSample / SAMPLES_PER_MS);
  }

  /** The time, in ms, at which the sample at this position was spoken. */
  at(sample: number): number {
    const offset = Math.min(this.#previous, this.#current);
    return (Number.isFinite(offset) ? offset : 0) + sample / SAMPLES_PER_MS;
  }
}
