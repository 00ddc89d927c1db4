/** G.711 mu-law as the telephone carries it: 8000 bytes a second, in frames of 20 ms. */

export const SAMPLE_RATE = 8000;
export const FRAME_BYTES = 160;
export const FRAME_MS = 20;
export const SILENCE_BYTE = 0xff;
export const SILENT_FRAME: Uint8Array = new Uint8Array(FRAME_BYTES).fill(SILENCE_BYTE);

// Mean absolute amplitude above which a person hears something: about -50 dB of full scale.
const AUDIBLE_AMPLITUDE = 100;
const BIAS = 0x84;
const CLIP = 32635;

const DECODED = Int16Array.from({ length: 256 }, (_, byte) => decodeByte(byte));

/** Raw mu-law to 16 bit samples. */
export function decodeMulaw(bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) samples[i] = DECODED[bytes[i] ?? SILENCE_BYTE] ?? 0;
  return samples;
}

/** Samples of any amplitude to raw mu-law; what is too loud is clipped, as the network does. */
export function encodeMulaw(samples: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(samples.length);
  for (let i = 0; i < samples.length; i++) bytes[i] = encodeSample(samples[i] ?? 0);
  return bytes;
}

/** Whether a person would hear something in these bytes. */
export function isAudible(bytes: Uint8Array): boolean {
  let sum = 0;
  for (const byte of bytes) sum += Math.abs(DECODED[byte] ?? 0);
  return bytes.length > 0 && sum / bytes.length > AUDIBLE_AMPLITUDE;
}

export function durationMs(bytes: { length: number }): number {
  return bytes.length / (SAMPLE_RATE / 1000);
}

export function bytesOfMs(ms: number): number {
  return Math.round(ms * (SAMPLE_RATE / 1000));
}

function decodeByte(byte: number): number {
  const inverted = ~byte & 0xff;
  const magnitude = (((inverted & 0x0f) << 3) + BIAS) << ((inverted & 0x70) >> 4);
  return inverted & 0x80 ? BIAS - magnitude : magnitude - BIAS;
}

function encodeSample(value: number): number {
  const sample = Math.round(value);
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}
