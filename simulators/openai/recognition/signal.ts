/** The sound as the matcher sees it: under 1.6 kHz, where the voice is strong and little else is. */

export const RATE = 8000;
/** Matching works at half the telephone rate. */
export const STRIDE = 2;

/** Audio at 8 kHz, low-passed, its even and odd samples apart, so that any lag can be tried at half the rate. */
export interface Signal {
  /** Length in 8 kHz samples. */
  length: number;
  even: Float32Array;
  odd: Float32Array;
}

const MULAW = Float32Array.from({ length: 256 }, (_, byte) => {
  const inverted = ~byte & 0xff;
  const magnitude = ((((inverted & 0x0f) << 3) + 132) << ((inverted >> 4) & 7)) - 132;
  return (inverted & 0x80 ? -magnitude : magnitude) / 32768;
});

const ALAW = Float32Array.from({ length: 256 }, (_, byte) => {
  const toggled = byte ^ 0x55;
  const exponent = (toggled >> 4) & 7;
  const mantissa = ((toggled & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 256) << (exponent - 1);
  return (toggled & 0x80 ? magnitude : -magnitude) / 32768;
});

/** G.711 mu-law to samples between -1 and 1. */
export function fromMulaw(bytes: Uint8Array): Float32Array {
  return byTable(bytes, MULAW);
}

/** G.711 A-law to samples between -1 and 1. */
export function fromAlaw(bytes: Uint8Array): Float32Array {
  return byTable(bytes, ALAW);
}

// A plain loop: Float32Array.from with a function is ten times slower, and every turn of every call comes through here.
function byTable(bytes: Uint8Array, table: Float32Array): Float32Array {
  const samples = new Float32Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) samples[index] = table[bytes[index] ?? 0] ?? 0;
  return samples;
}

/** Linear 16-bit little-endian to samples between -1 and 1; an odd last byte is ignored. */
export function fromPcm16(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Float32Array(bytes.byteLength >> 1);
  for (let index = 0; index < samples.length; index++) samples[index] = view.getInt16(index * 2, true) / 32768;
  return samples;
}

const LOW_PASS = windowedSinc(1600 / RATE, 17);

/** Low-passes 8 kHz samples for matching. */
export function toSignal(samples: Float32Array): Signal {
  const length = samples.length;
  const even = new Float32Array((length + 1) >> 1);
  const odd = new Float32Array(length >> 1);
  const taps = LOW_PASS.length;
  const half = taps >> 1;
  for (let index = 0; index < length; index++) {
    let sum = 0;
    const first = Math.max(0, half - index);
    const last = Math.min(taps, length + half - index);
    for (let tap = first; tap < last; tap++) sum += (samples[index + tap - half] ?? 0) * (LOW_PASS[tap] ?? 0);
    if (index & 1) odd[index >> 1] = sum;
    else even[index >> 1] = sum;
  }
  return { length, even, odd };
}

/** Resamples to 8 kHz with a windowed sinc. */
export function resampleTo8k(samples: Float32Array, rate: number): Float32Array {
  if (rate === RATE) return samples;
  const cutoff = Math.min(1, RATE / rate);
  const reach = Math.ceil(8 / cutoff);
  const output = new Float32Array(Math.floor((samples.length * RATE) / rate));
  for (let index = 0; index < output.length; index++) {
    const centre = (index * rate) / RATE;
    let sum = 0;
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    for (let tap = Math.max(0, Math.ceil(centre - reach)); tap <= last; tap++) {
      sum += (samples[tap] ?? 0) * kernel(tap - centre, cutoff, reach);
    }
    output[index] = sum;
  }
  return output;
}

function kernel(x: number, cutoff: number, reach: number): number {
  if (x === 0) return cutoff;
  return (Math.sin(Math.PI * cutoff * x) / (Math.PI * x)) * (0.5 + 0.5 * Math.cos((Math.PI * x) / reach));
}

function windowedSinc(cutoff: number, taps: number): Float32Array {
  const half = taps >> 1;
  const weights = Float32Array.from({ length: taps }, (_, tap) => {
    const x = tap - half;
    const sinc = x === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x);
    return sinc * (0.54 + 0.46 * Math.cos((Math.PI * x) / (half + 1)));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
