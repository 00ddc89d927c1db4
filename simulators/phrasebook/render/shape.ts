/** Turning a synthesised word into telephone audio. All sample values lie between -1 and 1. */

/** Cuts the silence before and after a word: what is more than 40 dB under its peak. */
export function trim(samples: Float32Array, rate: number): Float32Array {
  const block = Math.round(rate / 200);
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const loud = (at: number) => {
    for (let index = at; index < Math.min(at + block, samples.length); index++) {
      if (Math.abs(samples[index] ?? 0) > peak * 0.01) return true;
    }
    return false;
  };
  let from = 0;
  let to = samples.length;
  while (from < to && !loud(from)) from += block;
  while (to > from && !loud(to - block)) to -= block;
  return samples.slice(from, to);
}

/** Resamples by a windowed sinc that keeps what a telephone keeps (under 3.6 kHz when going to 8 kHz). */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  const cutoff = Math.min(1, to / from) * 0.9;
  const reach = Math.ceil(16 / cutoff);
  const output = new Float32Array(Math.floor((samples.length * to) / from));
  for (let index = 0; index < output.length; index++) {
    const centre = (index * from) / to;
    let sum = 0;
    for (let tap = Math.ceil(centre - reach); tap <= centre + reach; tap++) {
      const sample = samples[tap];
      if (sample === undefined) continue;
      const x = tap - centre;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / reach);
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
      sum += sample * sinc * window * cutoff;
    }
    output[index] = sum;
  }
  return output;
}

/** Takes the click off both ends. */
export function fade(samples: Float32Array, length: number): void {
  for (let index = 0; index < Math.min(length, samples.length >> 1); index++) {
    const gain = (index + 1) / (length + 1);
    samples[index] = (samples[index] ?? 0) * gain;
    const mirrored = samples.length - 1 - index;
    samples[mirrored] = (samples[mirrored] ?? 0) * gain;
  }
}

/** Scales so that the parts that sound have this level (dB under full scale), without clipping. */
export function normalise(samples: Float32Array, activeDb: number): void {
  const block = 160;
  const energies: number[] = [];
  let peak = 0;
  for (let at = 0; at + block <= samples.length; at += block) {
    let energy = 0;
    for (let index = at; index < at + block; index++) energy += (samples[index] ?? 0) ** 2;
    energies.push(energy / block);
  }
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const loudest = Math.max(...energies, 0);
  const active = energies.filter((energy) => energy > loudest * 0.01);
  const rms = Math.sqrt(active.reduce((sum, energy) => sum + energy, 0) / Math.max(1, active.length));
  if (rms === 0) return;
  const gain = Math.min(10 ** (activeDb / 20) / rms, 0.98 / peak);
  for (let index = 0; index < samples.length; index++) samples[index] = (samples[index] ?? 0) * gain;
}

/** G.711 mu-law of one sample. */
export function toMulaw(sample: number): number {
  const clipped = Math.max(-32635, Math.min(32635, Math.round(sample * 32768)));
  const sign = clipped < 0 ? 0x80 : 0;
  const magnitude = Math.abs(clipped) + 132;
  let exponent = 7;
  while (exponent > 0 && magnitude < 1 << (exponent + 7)) exponent--;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}
