/**
 * 24 or 16 kHz to the telephone's 8 kHz, as a stream. Everything above 4 kHz must go first, or it comes back as a hiss at
 * the wrong pitch: a windowed-sinc low-pass, evaluated only where an output sample lies.
 */
const TAPS = 121;
/** With this many taps the band is whole up to 3.1 kHz and gone from 4.2 kHz on, at 24 kHz; steeper still at 16 kHz. */
const CUTOFF_HZ = 3600;
const HALF = (TAPS - 1) / 2;

export class Downsampler {
  readonly #factor: number;
  readonly #kernel: Float32Array;
  /** What later output samples still need, beginning with silence so that nothing is delayed or lost. */
  #tail = new Float32Array(HALF);
  /** Where, in the tail, the next output sample's window begins. */
  #next = 0;

  constructor(inputRate: 24_000 | 16_000 = 24_000) {
    this.#factor = inputRate / 8000;
    this.#kernel = lowPass(CUTOFF_HZ / inputRate);
  }

  /** 16-bit samples at the input rate in, samples in -1..1 at 8 kHz out. */
  push(samples: Int16Array): Float32Array {
    const input = new Float32Array(this.#tail.length + samples.length);
    input.set(this.#tail);
    for (let i = 0; i < samples.length; i++) input[this.#tail.length + i] = (samples[i] ?? 0) / 32768;
    return this.#filter(input);
  }

  /** The last samples, which were waiting for what follows. */
  flush(): Float32Array {
    return this.push(new Int16Array(HALF));
  }

  #filter(input: Float32Array): Float32Array {
    const count = Math.max(0, Math.floor((input.length - TAPS - this.#next) / this.#factor) + 1);
    const output = new Float32Array(count);
    for (let at = 0; at < count; at++) {
      const begin = this.#next + at * this.#factor;
      let sum = 0;
      for (let tap = 0; tap < TAPS; tap++) sum += (this.#kernel[tap] ?? 0) * (input[begin + tap] ?? 0);
      output[at] = sum;
    }
    const consumed = Math.min(this.#next + count * this.#factor, input.length);
    this.#tail = input.slice(consumed);
    this.#next = this.#next + count * this.#factor - consumed;
    return output;
  }
}

/** `cutoff` is a share of the input rate. */
function lowPass(cutoff: number): Float32Array {
  const taps = Float32Array.from({ length: TAPS }, (_, index) => {
    const x = index - HALF;
    const sinc = x === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x);
    // Blackman: stops at -74 dB, well below the mu-law's own noise.
    const phase = (2 * Math.PI * index) / (TAPS - 1);
    return sinc * (0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase));
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}
