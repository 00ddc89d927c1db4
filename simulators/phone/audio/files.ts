/** Audio files as `<Play>` fetches them and as recordings are downloaded: WAV and MP3. */
import { decodeMulaw, encodeMulaw, SAMPLE_RATE } from "./mulaw.ts";

/** A file that is not what its content type says. */
export class BadAudio extends Error {}

/** Reads a WAV of 16 bit PCM or mu-law, any rate, first channel, as 8 kHz mu-law. Throws BadAudio. */
export function readWav(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 44 || tag(file, 0) !== "RIFF" || tag(file, 8) !== "WAVE") throw new BadAudio("not a WAV file");
  let format = { code: 0, channels: 1, rate: SAMPLE_RATE, bits: 8 };
  for (let at = 12; at + 8 <= file.length; ) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (tag(file, at) === "fmt " && body + 16 <= file.length) {
      format = {
        code: view.getUint16(body, true),
        channels: view.getUint16(body + 2, true),
        rate: view.getUint32(body + 4, true),
        bits: view.getUint16(body + 14, true),
      };
    } else if (tag(file, at) === "data") {
      return toTelephone(file.subarray(body, Math.min(body + size, file.length)), format);
    }
    at = body + size + (size % 2);
  }
  throw new BadAudio("a WAV file without data");
}

/** Mu-law as a WAV of 16 bit PCM at 8 kHz: how Twilio serves a recording. */
export function writeWav(mulaw: Uint8Array): Buffer {
  const samples = decodeMulaw(mulaw);
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(samples.length * 2, 40);
  for (let i = 0; i < samples.length; i++) file.writeInt16LE(samples[i] ?? 0, 44 + i * 2);
  return file;
}

/** Mu-law as MP3 at 8 kHz (MPEG 2.5). The encoder is loaded on first use: most calls never need it. */
export async function writeMp3(mulaw: Uint8Array): Promise<Buffer> {
  const { Mp3Encoder } = await import("@breezystack/lamejs");
  const encoder = new Mp3Encoder(1, SAMPLE_RATE, 32);
  const parts = [encoder.encodeBuffer(decodeMulaw(mulaw)), encoder.flush()];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

const BITRATES_V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLE_RATES: Record<number, number[]> = {
  0: [11025, 12000, 8000],
  2: [22050, 24000, 16000],
  3: [44100, 48000, 32000],
};

/** How long an MP3 (layer III) plays, counted frame by frame. Throws BadAudio when there is no frame in it. */
export function mp3DurationMs(file: Uint8Array): number {
  let at = tag(file, 0).startsWith("ID3") ? 10 + id3Size(file) : 0;
  let ms = 0;
  while (at + 4 <= file.length) {
    const frame = mp3Frame(file, at);
    if (frame) {
      ms += frame.ms;
      at += frame.bytes;
    } else at += 1;
  }
  if (ms === 0) throw new BadAudio("no MP3 frame");
  return ms;
}

function mp3Frame(file: Uint8Array, at: number): { bytes: number; ms: number } | null {
  const [a = 0, b = 0, c = 0] = file.subarray(at, at + 3);
  if (a !== 0xff || (b & 0xe0) !== 0xe0 || ((b >> 1) & 3) !== 1) return null;
  const version = (b >> 3) & 3;
  const rate = SAMPLE_RATES[version]?.[(c >> 2) & 3];
  const kbps = (version === 3 ? BITRATES_V1 : BITRATES_V2)[c >> 4];
  if (!rate || !kbps) return null;
  const samples = version === 3 ? 1152 : 576;
  return { bytes: Math.floor((samples * 125 * kbps) / rate) + ((c >> 1) & 1), ms: (samples * 1000) / rate };
}

function id3Size(file: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = file.subarray(6, 10);
  return (a << 21) | (b << 14) | (c << 7) | d;
}

function toTelephone(
  data: Uint8Array,
  format: { code: number; channels: number; rate: number; bits: number },
): Uint8Array {
  const { code, channels, rate, bits } = format;
  if (code === 7 && rate === SAMPLE_RATE && channels === 1) return new Uint8Array(data);
  if (code !== 1 || bits !== 16 || channels < 1 || rate < 1000)
    throw new BadAudio(`a WAV of format ${code}, ${bits} bit`);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const frames = Math.floor(data.length / (2 * channels));
  const samples = new Int16Array(Math.floor((frames * SAMPLE_RATE) / rate));
  for (let i = 0; i < samples.length; i++) {
    samples[i] = view.getInt16(Math.floor((i * rate) / SAMPLE_RATE) * 2 * channels, true);
  }
  return encodeMulaw(samples);
}

function tag(file: Uint8Array, at: number): string {
  return Buffer.from(file.subarray(at, at + 4)).toString("latin1");
}
