/** RIFF/WAVE, as services give audio and as they want it. */
import { decodeMulaw } from "./mulaw.ts";

const HEADER_BYTES = 44;
const PCM = 1;

/** A WAV file of 16-bit samples from raw mu-law at 8 kHz: the form that every recogniser takes. */
export function wavFromMulaw(mulaw: Uint8Array): Uint8Array {
  const samples = decodeMulaw(mulaw);
  const wav = Buffer.alloc(HEADER_BYTES + samples.byteLength);
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(PCM, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(samples.byteLength, 40);
  for (const [index, sample] of samples.entries()) wav.writeInt16LE(sample, HEADER_BYTES + index * 2);
  return wav;
}

/**
 * The audio inside a WAV file, without the header, which on a phone line is a click. Audio that has no header comes
 * back as it is. A length that the file does not have (0, or "unknown") means: up to the end.
 */
export function stripWavHeader(bytes: Uint8Array): Uint8Array {
  const data = findData(bytes);
  if (data === "no wav") return bytes;
  if (data === null) return bytes.subarray(bytes.length);
  return bytes.subarray(data.start, data.size === 0 ? bytes.length : Math.min(data.start + data.size, bytes.length));
}

/** True when a WAV file names a length of which the end is missing. "Unknown" is no length. */
export function isCutWav(bytes: Uint8Array): boolean {
  const data = findData(bytes);
  if (data === "no wav" || data === null || data.size >= UNKNOWN) return false;
  return data.start + data.size > bytes.length;
}

/** The samples of a WAV file; null unless it is 16-bit PCM of one channel, as phone networks give recordings. */
export function samplesOfWav(bytes: Uint8Array): { samples: Int16Array; sampleRate: number } | null {
  const format = findChunk(bytes, "fmt ");
  if (format === "no wav" || format === null || format.start + 16 > bytes.length) return null;
  const fields = new DataView(bytes.buffer, bytes.byteOffset + format.start, 16);
  const [kind, channels, bits] = [0, 2, 14].map((at) => fields.getUint16(at, true));
  if (kind !== PCM || channels !== 1 || bits !== 16) return null;
  // A copy: samples have to begin at an even address.
  const pcm = Uint8Array.from(stripWavHeader(bytes));
  return { samples: new Int16Array(pcm.buffer, 0, Math.floor(pcm.length / 2)), sampleRate: fields.getUint32(4, true) };
}

/** Streaming encoders write the largest numbers there are. */
const UNKNOWN = 0x7fff_0000;

const findData = (bytes: Uint8Array) => findChunk(bytes, "data");

function findChunk(bytes: Uint8Array, name: string): { start: number; size: number } | "no wav" | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 12 || file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WAVE") {
    return "no wav";
  }
  for (let at = 12; at + 8 <= file.length; ) {
    const size = file.readUInt32LE(at + 4);
    const start = at + 8;
    if (file.toString("latin1", at, at + 4) === name) return { start, size };
    // Chunks begin at even offsets.
    at = start + size + (size % 2);
  }
  return null;
}
