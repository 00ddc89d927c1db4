/** The last seconds of the caller's audio, addressed by sample position since the start of the stream. */
export class AudioRing {
  readonly #bytes: Uint8Array;
  #end = 0;

  constructor(samples: number) {
    this.#bytes = new Uint8Array(samples);
  }

  /** One past the newest sample. */
  get end(): number {
    return this.#end;
  }

  /** The oldest sample that is still here. */
  get start(): number {
    return Math.max(0, this.#end - this.#bytes.length);
  }

  push(mulaw: Uint8Array): void {
    const size = this.#bytes.length;
    const kept = mulaw.length > size ? mulaw.subarray(mulaw.length - size) : mulaw;
    const at = (this.#end + mulaw.length - kept.length) % size;
    const first = Math.min(kept.length, size - at);
    this.#bytes.set(kept.subarray(0, first), at);
    this.#bytes.set(kept.subarray(first), 0);
    this.#end += mulaw.length;
  }

  /** A copy of [from, to), as far as it is still, or already, here. */
  slice(from: number, to: number): Uint8Array {
    const begin = Math.max(from, this.start);
    const length = Math.min(to, this.#end) - begin;
    if (length <= 0) return new Uint8Array(0);
    const size = this.#bytes.length;
    const at = begin % size;
    const first = Math.min(length, size - at);
    const copy = new Uint8Array(length);
    copy.set(this.#bytes.subarray(at, at + first), 0);
    copy.set(this.#bytes.subarray(0, length - first), first);
    return copy;
  }
}
