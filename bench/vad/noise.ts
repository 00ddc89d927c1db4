/** What else is on a line: a street and music, made here from a seed, so that every run hears the same. */

const RATE = 8000;

/** -1..1, the same for the same seed (mulberry32). */
function whiteNoise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

/** Engines that rumble, cars that pass every few seconds, and now and then a horn of half a second. */
export function street(samples: number, seed = 1): Float32Array {
  const noise = whiteNoise(seed);
  let rumble = 0;
  let hiss = 0;
  return Float32Array.from({ length: samples }, (_, index) => {
    const seconds = index / RATE;
    rumble += (noise() - rumble) * 0.03;
    hiss += (noise() - hiss) * 0.4;
    const passing = 0.25 + 0.75 * Math.max(0, Math.sin((2 * Math.PI * seconds) / 5.3)) ** 4;
    const honks = seconds % 11 > 10.5;
    const horn = honks ? Math.sin(2 * Math.PI * 420 * seconds) + Math.sin(2 * Math.PI * 525 * seconds) : 0;
    return 4 * rumble + passing * hiss + 0.3 * horn;
  });
}

/** Four chords in a loop, plucked twice a second over a bass, with a beat on every half second. */
export function music(samples: number, seed = 2): Float32Array {
  const noise = whiteNoise(seed);
  const chords = [
    [262, 330, 392],
    [220, 262, 330],
    [175, 220, 262],
    [196, 247, 294],
  ];
  return Float32Array.from({ length: samples }, (_, index) => {
    const seconds = index / RATE;
    const chord = chords[Math.floor(seconds / 2) % chords.length] ?? [];
    const sincePluck = seconds % 0.5;
    const notes = chord.map((pitch) => tone(pitch, seconds) + 0.5 * tone(2 * pitch, seconds));
    const pluck = Math.exp(-4 * sincePluck) * notes.reduce((sum, note) => sum + note, 0);
    const beat = Math.exp(-40 * sincePluck) * noise();
    return 0.3 * pluck + 0.4 * tone((chord[0] ?? 0) / 2, seconds) + 0.5 * beat;
  });
}

function tone(pitch: number, seconds: number): number {
  return Math.sin(2 * Math.PI * pitch * seconds);
}

/** Speech with noise behind it, so many decibels softer than the speech itself (measured where somebody speaks). */
export function mixed(
  speech: Float32Array,
  spoken: (sample: number) => boolean,
  noise: Float32Array,
  decibels: number,
): Float32Array {
  const gain = (powerOf(speech, spoken) / powerOf(noise, () => true)) ** 0.5 * 10 ** (-decibels / 20);
  const sum = speech.map((sample, index) => sample + gain * (noise[index] ?? 0));
  // Louder than the line can carry would be clipped, and that is no noise that was asked for.
  const peak = sum.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  return sum.map((sample) => sample / peak);
}

function powerOf(samples: Float32Array, counts: (sample: number) => boolean): number {
  let sum = 0;
  let counted = 0;
  for (const [index, sample] of samples.entries()) {
    if (!counts(index)) continue;
    sum += sample * sample;
    counted += 1;
  }
  return counted === 0 ? 0 : sum / counted;
}
