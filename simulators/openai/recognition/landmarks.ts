/** Spectral peaks and pairs of them: what stays recognisable of a sound under noise and at another volume. */

/** 10 ms at 4 kHz. */
const HOP = 40;
/** One hop in 8 kHz samples. */
export const HOP_SAMPLES = HOP * 2;

const SIZE = 128;
const BINS = SIZE / 2;
const LOWEST_BIN = 3;
const HIGHEST_BIN = 56;
// Peaks further than 20 dB under the loudest of the last and next quarter of a second are not worth a landmark.
const FLOOR = 0.01;
const FLOOR_REACH = 25;
const FAN_OUT = 6;
const FARTHEST = 24;

export const HASHES = 1 << 17;

/** Pairs of peaks: their hashes, and the hop in which the first of the two lies. */
export interface Landmarks {
  hashes: Int32Array;
  hops: Int32Array;
}

/** The hash of a pair whose second peak comes `distance` hops (1-31) after the first. */
function pairHash(firstBin: number, secondBin: number, distance: number): number {
  return (firstBin << 11) | (secondBin << 5) | distance;
}

/** The same pair with its distance one hop longer or shorter; undefined when there is no such pair. */
export function withDistance(hash: number, change: number): number | undefined {
  const distance = (hash & 31) + change;
  return distance < 1 || distance > 31 ? undefined : (hash & ~31) | distance;
}

/** Finds the landmarks of a sound at 4 kHz. */
export function findLandmarks(sound: Float32Array): Landmarks {
  const peaks = findPeaks(spectrogram(sound));
  const hashes: number[] = [];
  const hops: number[] = [];
  for (let first = 0; first < peaks.length; first++) {
    const anchor = peaks[first];
    if (anchor === undefined) continue;
    let pairs = 0;
    for (let second = first + 1; second < peaks.length && pairs < FAN_OUT; second++) {
      const other = peaks[second];
      if (other === undefined) continue;
      const distance = (other >> 6) - (anchor >> 6);
      if (distance > FARTHEST) break;
      if (distance < 1) continue;
      hashes.push(pairHash(anchor & 63, other & 63, distance));
      hops.push(anchor >> 6);
      pairs++;
    }
  }
  return { hashes: Int32Array.from(hashes), hops: Int32Array.from(hops) };
}

/** Power per hop and bin, one row after the other. */
function spectrogram(sound: Float32Array): Float32Array {
  const rows = sound.length < SIZE ? 0 : Math.floor((sound.length - SIZE) / HOP) + 1;
  const power = new Float32Array(rows * BINS);
  const re = new Float32Array(SIZE);
  const im = new Float32Array(SIZE);
  // Two real frames make one complex transform.
  for (let row = 0; row < rows; row += 2) {
    const at = row * HOP;
    for (let index = 0; index < SIZE; index++) {
      const weight = WINDOW[index] ?? 0;
      const slot = REVERSED[index] ?? 0;
      re[slot] = (sound[at + index] ?? 0) * weight;
      im[slot] = (sound[at + HOP + index] ?? 0) * weight;
    }
    transform(re, im);
    for (let bin = 1; bin < BINS; bin++) {
      const a = re[bin] ?? 0;
      const b = im[bin] ?? 0;
      const c = re[SIZE - bin] ?? 0;
      const d = im[SIZE - bin] ?? 0;
      power[row * BINS + bin] = (a + c) ** 2 + (b - d) ** 2;
      if (row + 1 < rows) power[(row + 1) * BINS + bin] = (b + d) ** 2 + (c - a) ** 2;
    }
  }
  return power;
}

/** Local maxima, in order of time, each as hop * 64 + bin. */
function findPeaks(power: Float32Array): number[] {
  const rows = power.length / BINS;
  const floor = floors(power, rows);
  const peaks: number[] = [];
  for (let row = 0; row < rows; row++) {
    const least = floor[row] ?? 0;
    for (let bin = LOWEST_BIN; bin <= HIGHEST_BIN; bin++) {
      const at = row * BINS + bin;
      const value = power[at] ?? 0;
      if (value > least && isPeak(power, at, value)) peaks.push(row * BINS + bin);
    }
  }
  return peaks;
}

function isPeak(power: Float32Array, at: number, value: number): boolean {
  return (
    value > (power[at - 1] ?? 0) &&
    value > (power[at + 1] ?? 0) &&
    value > (power[at - BINS] ?? 0) &&
    value > (power[at + BINS] ?? 0) &&
    value > (power[at - 2] ?? 0) &&
    value > (power[at + 2] ?? 0) &&
    value > (power[at - 2 * BINS] ?? 0) &&
    value > (power[at + 2 * BINS] ?? 0)
  );
}

function floors(power: Float32Array, rows: number): Float32Array {
  const loudest = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    let most = 0;
    for (let bin = LOWEST_BIN; bin <= HIGHEST_BIN; bin++) most = Math.max(most, power[row * BINS + bin] ?? 0);
    loudest[row] = most;
  }
  return loudest.map((_, row) => {
    let most = 0;
    const last = Math.min(rows - 1, row + FLOOR_REACH);
    for (let near = Math.max(0, row - FLOOR_REACH); near <= last; near++) most = Math.max(most, loudest[near] ?? 0);
    return most * FLOOR;
  });
}

const WINDOW = Float32Array.from({ length: SIZE }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / SIZE));
const COS = Float32Array.from({ length: BINS }, (_, index) => Math.cos((2 * Math.PI * index) / SIZE));
const SIN = Float32Array.from({ length: BINS }, (_, index) => -Math.sin((2 * Math.PI * index) / SIZE));
const REVERSED = Uint8Array.from({ length: SIZE }, (_, index) => {
  let reversed = 0;
  for (let bit = 0; bit < 7; bit++) if (index & (1 << bit)) reversed |= 64 >> bit;
  return reversed;
});

/** In-place radix-2 transform of input in bit-reversed order. */
function transform(re: Float32Array, im: Float32Array): void {
  for (let half = 1; half < SIZE; half *= 2) {
    const step = BINS / half;
    for (let start = 0; start < SIZE; start += half * 2) {
      for (let index = 0; index < half; index++) {
        const cos = COS[index * step] ?? 0;
        const sin = SIN[index * step] ?? 0;
        const low = start + index;
        const high = low + half;
        const highRe = re[high] ?? 0;
        const highIm = im[high] ?? 0;
        const turnedRe = highRe * cos - highIm * sin;
        const turnedIm = highRe * sin + highIm * cos;
        const lowRe = re[low] ?? 0;
        const lowIm = im[low] ?? 0;
        re[high] = lowRe - turnedRe;
        im[high] = lowIm - turnedIm;
        re[low] = lowRe + turnedRe;
        im[low] = lowIm + turnedIm;
      }
    }
  }
}
