import { Worker } from "node:worker_threads";

/** Samples (-1..1) as 16-bit little-endian PCM. */
export function toPcm16(samples: Float32Array): Buffer {
  const out = Buffer.alloc(samples.length * 2);
  for (let n = 0; n < samples.length; n += 1) out.writeInt16LE(Math.round((samples[n] ?? 0) * 32767), n * 2);
  return out;
}

/** Samples (-1..1) as G.711 mu-law, a byte each. */
export function toMulaw(samples: Float32Array): Buffer {
  const out = Buffer.alloc(samples.length);
  for (let n = 0; n < samples.length; n += 1) out[n] = mulaw(Math.round((samples[n] ?? 0) * 32767));
  return out;
}

/** A WAV file around audio that is encoded already: format 1 is PCM with 16 bits, 7 is mu-law with 8. */
export function wav(audio: Buffer, sampleRate: number, format: 1 | 7): Buffer {
  const width = format === 1 ? 2 : 1;
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + audio.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(format, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * width, 28);
  header.writeUInt16LE(width, 32);
  header.writeUInt16LE(width * 8, 34);
  header.write("data", 36);
  header.writeUInt32LE(audio.length, 40);
  return Buffer.concat([header, audio]);
}

/** An MP3 file, mono. `sampleRate` must be one that MPEG audio has (8 to 48 kHz). */
export function toMp3(samples: Float32Array, sampleRate: number, kbps: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const workerData = { samples, sampleRate, kbps };
    const worker = new Worker(new URL("./mp3-worker.ts", import.meta.url), { workerData });
    worker.once("message", (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once("error", reject);
  });
}

const BIAS = 0x84;
const CLIP = 32635;

function mulaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0f)) & 0xff;
}
