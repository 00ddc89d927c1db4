/** Annotated recordings: what was said when, to hold the detector against. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeMulaw } from "#lib/providers/audio/mulaw.ts";
import { Downsampler } from "#lib/providers/audio/resample.ts";
import { stripWavHeader } from "#lib/providers/audio/wav.ts";
import { Trouble } from "../../scripts/supervisor/trouble.ts";
import { loadPhrasebook } from "../../simulators/phrasebook/index.ts";

export interface Recording {
  name: string;
  /** -1..1, at the telephone's 8 kHz. */
  samples: Float32Array;
  /** Where somebody speaks, in seconds. */
  speech: { from: number; to: number }[];
}

const CORPUS_RATE = 16_000;

/**
 * Reads every NAME.wav (16 kHz, mono, 16 bit) of a folder with its NAME.scv: `NAME,start,end,0|1,start,end,0|1,…` in
 * seconds. Throws Trouble for a folder without any, and for a file that is not like that.
 */
export function readCorpus(folder: string): Recording[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".wav"))
    .map((file) => file.slice(0, -".wav".length))
    .sort();
  if (names.length === 0) throw new Trouble(`There is no NAME.wav in ${folder}.`);
  return names.map((name) => ({
    name,
    samples: readWav(join(folder, `${name}.wav`)),
    speech: readMarks(join(folder, `${name}.scv`)),
  }));
}

function readWav(path: string): Float32Array {
  const file = readFileSync(path);
  const format = { channels: file.readUInt16LE(22), rate: file.readUInt32LE(24), bits: file.readUInt16LE(34) };
  if (format.channels !== 1 || format.rate !== CORPUS_RATE || format.bits !== 16) {
    throw new Trouble(`${path} is not 16 kHz, mono, 16 bit.`);
  }
  const pcm = Uint8Array.from(stripWavHeader(file));
  const downsampler = new Downsampler(CORPUS_RATE);
  return joined([downsampler.push(new Int16Array(pcm.buffer, 0, Math.floor(pcm.length / 2))), downsampler.flush()]);
}

function readMarks(path: string): Recording["speech"] {
  const [, ...fields] = readFileSync(path, "utf8").trim().split(",");
  const values = fields.map(Number);
  if (values.length === 0 || values.length % 3 !== 0 || values.some(Number.isNaN)) {
    throw new Trouble(`${path} is not NAME,start,end,0|1,….`);
  }
  const speech: Recording["speech"] = [];
  for (let at = 0; at < values.length; at += 3) {
    const [from = 0, to = 0, spoken] = values.slice(at, at + 3);
    if (spoken === 1) speech.push({ from, to });
  }
  return speech;
}

/** Without a corpus: the phrasebook's sentences, whose word times are known, with pauses between them. */
export function phrasebookCorpus(): Recording[] {
  const phrases = [...loadPhrasebook().phrases.values()];
  const recordings: Recording[] = [];
  for (let at = 0; at < phrases.length; at += PHRASES_A_RECORDING) {
    const parts: Float32Array[] = [new Float32Array(PAUSE_SAMPLES)];
    const speech: Recording["speech"] = [];
    let length = PAUSE_SAMPLES;
    for (const { audio, words } of phrases.slice(at, at + PHRASES_A_RECORDING)) {
      for (const { startMs, endMs } of words) {
        speech.push({ from: length / 8000 + startMs / 1000, to: length / 8000 + endMs / 1000 });
      }
      const silence = new Float32Array(PAUSE_SAMPLES);
      parts.push(
        Float32Array.from(decodeMulaw(audio), (sample) => sample / 32768),
        silence,
      );
      length += audio.length + silence.length;
    }
    recordings.push({ name: `phrasebook ${at / PHRASES_A_RECORDING + 1}`, samples: joined(parts), speech });
  }
  return recordings;
}

const PHRASES_A_RECORDING = 10;
const PAUSE_SAMPLES = 8000;

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
