/**
 * 24 kHz to the telephone's 8 kHz, as a stream. Everything above 4 kHz must go first, or it comes back as a hiss at the
 * wrong pitch: a windowed-sinc low-pass, evaluated only at every third sample.
 */
const FACTOR = 3;
const TAPS = 121;
/** Of the input rate. With this many taps the band is whole up to 3.1 kHz and gone from 4.2 kHz on. */
const CUTOFF = 3600 / 24_000;
const HALF = (TAPS - 1) / 2;

const kernel = lowPass();

export class Downsampler {
  /** What later output samples still need, beginning with silence so that nothing is delayed or lost. */
  #tail = new Float32Array(HALF);
  /** Where, in the tail, the next output sample's window begins. */
  #next = 0;

  /** 16-bit samples at 24 kHz in, samples in -1..1 at 8 kHz out. */
  push(samples: Int16Array): Float32Array {
    const input = new Float32Array(this.#tail.length + samples.length);
    input.set(this.#tail);
    for (const [index, sample] of samples.entries()) input[this.#tail.length + index] = sample / 32768;
    return this.#filter(input);
  }

  /** The last samples, which were waiting for what follows. */
  flush(): Float32Array {
    return this.push(new Int16Array(HALF));
  }

  #filter(input: Float32Array): Float32Array {
    const count = Math.max(0, Math.floor((input.length - TAPS - this.#next) / FACTOR) + 1);
    const output = new Float32Array(count);
    for (let at = 0; at < count; at++) {
      const begin = this.#next + at * FACTOR;
      let sum = 0;
      for (let tap = 0; tap < TAPS; tap++) sum += (kernel[tap] ?? 0) * (input[begin + tap] ?? 0);
      output[at] = sum;
    }
    const consumed = Math.min(this.#next + count * FACTOR, input.length);
    this.#tail = input.slice(consumed);
    this.#next = this.#next + count * FACTOR - consumed;
    return output;
  }
}

function lowPass(): Float32Array {
  const taps = Float32Array.from({ length: TAPS }, (_, index) => {
    const x = index - HALF;
    const sinc = x === 0 ? 2 * CUTOFF : Math.sin(2 * Math.PI * CUTOFF * x) / (Math.PI * x);
    // Blackman: stops at -74 dB, well below the mu-law's own noise.
    const phase = (2 * Math.PI * index) / (TAPS - 1);
    return sinc * (0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase));
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}
