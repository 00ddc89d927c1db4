/** Sounds that are made, not recorded: the noises around a caller, and the stand-in for a voice that we cannot render. */
import { mulberry32 } from "../../common/latency.ts";
import { decodeMulaw, encodeMulaw, SAMPLE_RATE } from "./mulaw.ts";

export const NOISE_KINDS = ["cough", "street", "music", "white"] as const;
type NoiseKind = (typeof NOISE_KINDS)[number];

const FULL_SCALE = 32768;
// The root mean square of a noise at gain 1: about -24 dB of full scale, as loud as somebody speaking.
const NOISE_RMS = 2000;

/** A noise of `ms` as mu-law. Gain 1 is as loud as speech. The same seed gives the same noise. */
export function makeNoise(kind: NoiseKind, ms: number, gain = 1, seed = 7): Uint8Array {
  const length = samplesOf(ms);
  const random = mulberry32(seed);
  const raw = new Float64Array(length);
  switch (kind) {
    case "white":
      for (let i = 0; i < length; i++) raw[i] = random() * 2 - 1;
      break;
    case "street":
      fillStreet(raw, random);
      break;
    case "music":
      fillMusic(raw);
      break;
    case "cough":
      fillCough(raw, random);
      break;
    default:
      kind satisfies never;
  }
  return encodeMulaw(scaleToRms(raw, NOISE_RMS * gain));
}

/** The clip louder or softer, with white noise under it; `noise` is its root mean square as a part of full scale. */
export function withGainAndNoise(mulaw: Uint8Array, gain: number, noise: number, seed = 11): Uint8Array {
  if (gain === 1 && noise === 0) return mulaw;
  const samples = decodeMulaw(mulaw);
  const random = mulberry32(seed);
  const mixed = new Float64Array(samples.length);
  // A uniform distribution's root mean square is its amplitude over the square root of three.
  const amplitude = noise * FULL_SCALE * Math.sqrt(3);
  for (let i = 0; i < samples.length; i++) mixed[i] = (samples[i] ?? 0) * gain + (random() * 2 - 1) * amplitude;
  return encodeMulaw(mixed);
}

/** White noise at a part of full scale: the hiss of a line. */
export function lineNoise(ms: number, level: number, seed = 13): Uint8Array {
  return withGainAndNoise(new Uint8Array(samplesOf(ms)).fill(0xff), 1, level, seed);
}

/**
 * A murmur for a voice whose sound this simulator cannot make (`<Say>`, MP3): audible, of the right length, no words.
 */
export function murmur(ms: number): Uint8Array {
  const bytes = new Uint8Array(samplesOf(ms));
  for (let at = 0; at < bytes.length; at += MURMUR.length) bytes.set(MURMUR.subarray(0, bytes.length - at), at);
  return bytes;
}

// Two seconds, after which every part of it begins anew. Made once: no call's clock has to wait for it.
const MURMUR = makeMurmur(2000);

function makeMurmur(ms: number): Uint8Array {
  const samples = new Float64Array(samplesOf(ms));
  for (let i = 0; i < samples.length; i++) {
    const t = i / SAMPLE_RATE;
    const syllables = 0.55 + 0.45 * Math.sin(2 * Math.PI * 3.5 * t);
    samples[i] = 3000 * syllables * (Math.sin(2 * Math.PI * 140 * t) + 0.4 * Math.sin(2 * Math.PI * 420 * t));
  }
  return encodeMulaw(samples);
}

/** The beep before a recording: 1000 Hz. */
export function beep(ms: number): Uint8Array {
  const samples = new Float64Array(samplesOf(ms));
  for (let i = 0; i < samples.length; i++) samples[i] = 8000 * Math.sin((2 * Math.PI * 1000 * i) / SAMPLE_RATE);
  return encodeMulaw(samples);
}

function samplesOf(ms: number): number {
  return Math.round((ms * SAMPLE_RATE) / 1000);
}

function fillStreet(raw: Float64Array, random: () => number): void {
  let low = 0;
  for (let i = 0; i < raw.length; i++) {
    low += 0.06 * (random() * 2 - 1 - low);
    raw[i] = low * (1 + 0.6 * Math.sin((2 * Math.PI * 0.4 * i) / SAMPLE_RATE));
  }
}

function fillMusic(raw: Float64Array): void {
  const chords = [
    [220, 277.2, 329.6],
    [196, 246.9, 293.7],
    [174.6, 220, 261.6],
  ];
  for (let i = 0; i < raw.length; i++) {
    const t = i / SAMPLE_RATE;
    const chord = chords[Math.floor(t / 0.6) % chords.length] ?? [];
    const envelope = Math.exp(-2 * (t % 0.3));
    raw[i] = envelope * chord.reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * t), 0);
  }
}

function fillCough(raw: Float64Array, random: () => number): void {
  const burst = Math.round(SAMPLE_RATE * 0.35);
  let low = 0;
  for (let i = 0; i < raw.length; i++) {
    low += 0.35 * (random() * 2 - 1 - low);
    raw[i] = low * Math.exp((-9 * (i % burst)) / burst);
  }
}

function scaleToRms(raw: Float64Array, rms: number): Float64Array {
  let power = 0;
  for (const sample of raw) power += sample * sample;
  const factor = power === 0 ? 0 : rms / Math.sqrt(power / raw.length);
  return raw.map((sample) => sample * factor);
}
