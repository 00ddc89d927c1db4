import { fromAlaw, fromMulaw, fromPcm16, resampleTo8k } from "./recognition/signal.ts";

/** Sound that the transcription endpoint can read, at 8 kHz. */
interface ReadSound {
  samples: Float32Array;
  durationS: number;
}

const PCM = 1;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;

/** Reads a WAV file (16-bit linear, mu-law or A-law, any rate, the first channel). Undefined when it is none. */
export function readWav(file: Buffer): ReadSound | undefined {
  if (file.length < 12 || file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WAVE") {
    return undefined;
  }
  let format: { code: number; channels: number; rate: number; bits: number } | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString("latin1", at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const body = file.subarray(at + 8, Math.min(file.length, at + 8 + size));
    if (name === "fmt " && body.length >= 16) {
      const code = body.readUInt16LE(0);
      format = {
        code: code === EXTENSIBLE && body.length >= 26 ? body.readUInt16LE(24) : code,
        channels: body.readUInt16LE(2),
        rate: body.readUInt32LE(4),
        bits: body.readUInt16LE(14),
      };
    }
    if (name === "data" && format && format.rate > 0 && format.channels > 0) {
      const all = decode(body, format.code, format.bits);
      if (!all) return undefined;
      const { channels, rate } = format;
      const samples = channels === 1 ? all : all.filter((_, index) => index % channels === 0);
      return { samples: resampleTo8k(samples, rate), durationS: samples.length / rate };
    }
    at += 8 + size + (size & 1);
  }
  return undefined;
}

function decode(body: Buffer, code: number, bits: number): Float32Array | undefined {
  if (code === PCM && bits === 16) return fromPcm16(body);
  if (code === MU_LAW && bits === 8) return fromMulaw(body);
  if (code === A_LAW && bits === 8) return fromAlaw(body);
  return undefined;
}
