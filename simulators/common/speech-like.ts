import { mulberry32 } from "./latency.ts";

/** Characters of Hebrew that are spoken in a second at rate 1. */
const CHARS_PER_SECOND = 13;
const MIN_MS = 300;
/** -20 dBFS, the level of speech on the telephone. */
const TARGET_RMS = 0.1;
const FADE_MS = 30;

export interface SpeechOptions {
  text: string;
  sampleRate: number;
  /** Another voice has another pitch and other formants. */
  voice: string;
  /** 1 is normal; 2 speaks twice as fast. */
  rate?: number;
}

/** How long a text takes to be spoken, in milliseconds, pauses at commas and full stops included. */
export function spokenMs(text: string, rate = 1): number {
  return Math.max(MIN_MS, segmentsOf(text).reduce((sum, segment) => sum + segment.ms, 0) / rate);
}

/**
 * Sound that a speech detector and an ear take for somebody talking: a voiced source with gliding pitch through two
 * formants, a syllable at a time. No words are in it. The same text and voice always give the same samples (-1..1).
 */
export function speechLike({ text, sampleRate, voice, rate = 1 }: SpeechOptions): Float32Array {
  const random = mulberry32(hash(`${voice}\n${text}`));
  const pitch = /[BD]$|male$|onyx|echo|ash/i.test(voice) ? 115 : 190 + (hash(voice) % 30);
  const total = Math.round((spokenMs(text, rate) * sampleRate) / 1000);
  const out = new Float32Array(total);
  const segments = segmentsOf(text);
  const stretch = total / segments.reduce((sum, segment) => sum + segment.ms, 0);
  let at = 0;
  for (const segment of segments) {
    const length = Math.min(Math.round(segment.ms * stretch), total - at);
    if (segment.spoken) speakInto(out.subarray(at, at + length), sampleRate, pitch, random);
    at += length;
  }
  return level(out, sampleRate);
}

type Segment = { ms: number; spoken: boolean };

function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  for (const part of text.match(/[^.,!?;:\n–—]+|[.,!?;:\n–—]+/g) ?? []) {
    const spoken = /[\p{L}\p{N}]/u.test(part);
    if (spoken) segments.push({ ms: (part.trim().length / CHARS_PER_SECOND) * 1000, spoken });
    else segments.push({ ms: /[.!?\n]/.test(part) ? 220 : 120, spoken });
  }
  // Nobody waits after the last word.
  if (segments.at(-1)?.spoken === false) segments.pop();
  return segments.length > 0 ? segments : [{ ms: MIN_MS, spoken: false }];
}

const SYLLABLE_MS = 190;
// First and second formants of the five Hebrew vowels, in hertz.
const VOWELS = [
  [730, 1250],
  [480, 1900],
  [300, 2250],
  [480, 900],
  [320, 800],
] as const;

function speakInto(out: Float32Array, sampleRate: number, pitch: number, random: () => number): void {
  const syllables = Math.max(1, Math.round(((out.length / sampleRate) * 1000) / SYLLABLE_MS));
  const length = out.length / syllables;
  const first = resonator(sampleRate, 90);
  const second = resonator(sampleRate, 130);
  let phase = 0;
  for (let syllable = 0; syllable < syllables; syllable += 1) {
    const vowel = VOWELS[Math.floor(random() * VOWELS.length)] ?? VOWELS[0];
    const hiss = random() < 0.35 ? 0.25 : 0.04;
    // The melody falls towards the end, as a statement's does.
    const tone = pitch * (1.12 - 0.25 * (syllable / syllables) + 0.08 * (random() - 0.5));
    first.tune(vowel[0]);
    second.tune(vowel[1]);
    const from = Math.round(syllable * length);
    const to = Math.min(out.length, Math.round((syllable + 1) * length));
    let step = 0;
    let envelope = 0;
    for (let n = from; n < to; n += 1) {
      const share = (n - from) / (to - from);
      // What changes slowly is worked out every sixteenth sample: twenty calls speak on one core.
      if ((n - from) % 16 === 0) {
        step = (tone * (1 + 0.01 * Math.sin(n * 0.004))) / sampleRate;
        // Energy swells and sinks with every syllable, and never quite closes inside of a phrase.
        envelope = 0.25 + 0.75 * Math.sin(Math.PI * Math.min(1, share * 0.92 + 0.08)) ** 0.7;
      }
      phase += step;
      if (phase >= 1) phase -= 1;
      const glottal = 1 - 2 * phase + 1.4 * phase * (1 - phase);
      const noise = (random() - 0.5) * (share < 0.25 ? hiss * 4 : hiss);
      const source = glottal * (share < 0.12 ? share / 0.12 : 1) + noise;
      out[n] = (first.next(source) + 0.6 * second.next(source)) * envelope;
    }
  }
}

function resonator(sampleRate: number, bandwidth: number): { tune(hz: number): void; next(input: number): number } {
  const r = Math.exp((-Math.PI * bandwidth) / sampleRate);
  let cos = 0;
  let gain = 1;
  let last = 0;
  let before = 0;
  const square = r * r;
  return {
    tune(hz) {
      const angle = (2 * Math.PI * Math.min(hz, sampleRate * 0.45)) / sampleRate;
      cos = 2 * r * Math.cos(angle);
      gain = (1 - r) * 2;
    },
    next(input) {
      const value = gain * input + cos * last - square * before;
      before = last;
      last = value;
      return value;
    },
  };
}

function level(samples: Float32Array, sampleRate: number): Float32Array {
  let energy = 0;
  let loud = 0;
  for (const value of samples) {
    if (value !== 0) {
      energy += value * value;
      loud += 1;
    }
  }
  const gain = loud > 0 ? TARGET_RMS / Math.sqrt(energy / loud || 1) : 0;
  const fade = Math.min(samples.length >> 1, Math.round((FADE_MS * sampleRate) / 1000));
  for (let n = 0; n < samples.length; n += 1) {
    const edge = Math.min(1, n / fade, (samples.length - 1 - n) / fade);
    samples[n] = Math.max(-0.99, Math.min(0.99, (samples[n] ?? 0) * gain * edge));
  }
  return samples;
}

/** FNV-1a: the same text is the same number everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
