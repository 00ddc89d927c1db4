import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { decodeMulaw, encodeMulaw } from "#lib/providers/audio/mulaw.ts";
import { loadPhrasebook } from "../../simulators/phrasebook/index.ts";
import { lineOf } from "../figure.ts";
import { phrasebookCorpus, readCorpus } from "./corpus.ts";
import { FRAME_SAMPLES, heardFrames, probabilitiesOf } from "./detect.ts";
import { vadGroup } from "./group.ts";
import { mixed, music, street } from "./noise.ts";
import { annotatedFrames, Tally } from "./score.ts";

const folder = mkdtempSync(join(tmpdir(), "corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Mono, 16 bit, as a corpus has it. */
function wavOf(rate: number, samples: Int16Array): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt16LE(16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

/** One second of a 440 Hz tone. */
const wav = (rate: number) =>
  wavOf(
    rate,
    Int16Array.from({ length: rate }, (_, at) => 8000 * Math.sin((2 * Math.PI * 440 * at) / rate)),
  );

describe("a corpus", () => {
  it("is every recording with the stretches in which somebody speaks", () => {
    writeFileSync(join(folder, "a.wav"), wav(16_000));
    writeFileSync(join(folder, "a.scv"), "a,0,0.25,0,0.25,0.75,1,0.75,1,0\n");
    const [recording] = readCorpus(folder);
    expect(recording).toMatchObject({ name: "a", speech: [{ from: 0.25, to: 0.75 }] });
    expect(recording?.samples).toHaveLength(8000);
  });

  it("is refused, by the file's name, when it is not what it should be", () => {
    writeFileSync(join(folder, "b.wav"), wav(44_100));
    writeFileSync(join(folder, "b.scv"), "b,0,1,1");
    expect(() => readCorpus(folder)).toThrow(/b\.wav is not 16 kHz/);
    writeFileSync(join(folder, "b.wav"), wav(16_000));
    writeFileSync(join(folder, "b.scv"), "b,0,1");
    expect(() => readCorpus(folder)).toThrow(/b\.scv is not NAME/);
  });
});

describe("the score", () => {
  it("counts a frame as speech that is mostly inside a stretch", () => {
    expect(annotatedFrames([{ from: 0.02, to: 0.05 }], 3, FRAME_SAMPLES)).toEqual([false, true, false]);
  });

  it("is precision, recall and their harmonic mean", () => {
    const tally = new Tally();
    tally.add([true, true, true, false], [true, true, false, true]);
    expect(tally.score()).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
    expect(new Tally().score()).toBeNull();
  });
});

describe("the noise", () => {
  it.each([street, music])("is the same in every run, and as loud as it is asked for", (noise) => {
    expect(noise(800)).toEqual(noise(800));
    const speech = Float32Array.from({ length: 8000 }, (_, at) => 0.1 * Math.sin(at / 3));
    const sum = mixed(speech, () => true, noise(8000), 10);
    const power = (samples: Float32Array) => samples.reduce((total, sample) => total + sample * sample, 0);
    const behind = sum.map((sample, at) => sample - (speech[at] ?? 0));
    expect(10 * Math.log10(power(speech) / power(behind))).toBeCloseTo(10, 1);
  });
});

describe("the detector", () => {
  it("hears a sentence, and nothing in the silence around it", async () => {
    const [recording] = phrasebookCorpus();
    if (!recording) throw new Error("the phrasebook is empty");
    expect(loadPhrasebook().phrases.size).toBeGreaterThan(0);
    const audio = encodeMulaw(recording.samples);
    const [probabilities = []] = await probabilitiesOf([audio]);
    const heard = heardFrames(audio, probabilities);
    const tally = new Tally();
    tally.add(heard, annotatedFrames(recording.speech, heard.length, FRAME_SAMPLES));
    expect(tally.score()?.f1).toBeGreaterThan(0.9);
    expect(heard.slice(0, 20)).not.toContain(true);
  });
});

describe("the bench", () => {
  /** A sentence at 16 kHz with a second of silence on both sides, and where in it somebody speaks. */
  function sentence(phrase: string): { file: Buffer; from: number; to: number; length: number } {
    const spoken = loadPhrasebook().phrases.get(phrase);
    if (!spoken) throw new Error(`there is no ${phrase}`);
    const samples = decodeMulaw(spoken.audio);
    const at16kHz = Int16Array.from(
      { length: 2 * (samples.length + 16_000) },
      (_, at) => samples[(at >> 1) - 8000] ?? 0,
    );
    const to = 1 + samples.length / 8000;
    return { file: wavOf(16_000, at16kHz), from: 1, to, length: to + 1 };
  }

  async function measured(marks: (from: number, to: number, length: number) => string): Promise<Map<string, number>> {
    const corpus = mkdtempSync(join(folder, "bench-"));
    for (const name of ["rental_opening", "sale_area"]) {
      const { file, from, to, length } = sentence(name);
      writeFileSync(join(corpus, `${name}.wav`), file);
      writeFileSync(join(corpus, `${name}.scv`), `${name},${marks(from, to, length)}`);
    }
    const printed: string[] = [];
    await vadGroup({
      note: () => {},
      raw: () => {},
      figure: (figure) => printed.push(lineOf(figure)),
      signal: new AbortController().signal,
      options: { corpus },
    });
    return new Map(
      printed.map((line) => {
        const [name = "", value = ""] = line.split(" ");
        return [name, Number(value)];
      }),
    );
  }

  it("prints how well speech is told, clean and over noise, by us and by the model alone", async () => {
    const figures = await measured((from, to, length) => `0,${from},0,${from},${to},1,${to},${length},0`);
    const names = ["precision", "recall", "f1", "model_alone_f1_at_0.5", "model_alone_f1_at_0.2"];
    const lines = ["clean", "street", "music"];
    expect([...figures.keys()]).toEqual(lines.flatMap((line) => names.map((name) => `vad.${line}_${name}`)));
    for (const line of lines) {
      const [precision = 0, recall = 0, f1 = 0] = names.map((name) => figures.get(`vad.${line}_${name}`));
      expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 2);
      expect(f1).toBeGreaterThan(0.75);
      expect(f1).toBeLessThanOrEqual(1);
    }
    expect(figures.get("vad.clean_f1")).toBeGreaterThan(0.9);
  });

  it("holds the detector against the marks, not against itself", async () => {
    const figures = await measured((from, to, length) => `0,${from},1,${from},${to},0,${to},${length},1`);
    expect(figures.get("vad.clean_f1")).toBeLessThan(0.3);
  });
});
