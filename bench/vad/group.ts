/** How well speech is told from everything else, frame by frame: clean, and with a street or music behind it. */
import { encodeMulaw } from "#lib/providers/audio/mulaw.ts";
import type { Bench, Group } from "../group.ts";
import { phrasebookCorpus, type Recording, readCorpus } from "./corpus.ts";
import { FRAME_SAMPLES, heardFrames, probabilitiesOf } from "./detect.ts";
import { mixed, music, street } from "./noise.ts";
import { annotatedFrames, Tally } from "./score.ts";

const NOISE_DECIBELS = 10;
/** The model alone, for comparison: a frame is speech above this probability. */
const THRESHOLDS = [0.5, 0.2];

const lines: Record<string, (recording: Recording) => Float32Array> = {
  clean: ({ samples }) => samples,
  street: (recording) => withNoise(recording, street),
  music: (recording) => withNoise(recording, music),
};

/** Measures a corpus (a folder, see corpus.ts), or the phrasebook when none is named. */
export const vadGroup: Group = async (bench) => {
  const recordings = bench.options.corpus === undefined ? phrasebookCorpus() : readCorpus(bench.options.corpus);
  const seconds = recordings.reduce((sum, { samples }) => sum + samples.length / 8000, 0);
  bench.note(`${recordings.length} recordings, ${Math.round(seconds)} s, each clean, with a street and with music`);
  for (const [line, heardOn] of Object.entries(lines)) await measure(bench, line, recordings, heardOn);
};

async function measure(
  bench: Bench,
  line: string,
  recordings: readonly Recording[],
  heardOn: (recording: Recording) => Float32Array,
): Promise<void> {
  const audio = recordings.map((recording) => encodeMulaw(heardOn(recording)));
  const probabilities = await probabilitiesOf(audio);
  bench.signal.throwIfAborted();
  const engine = new Tally();
  const alone = THRESHOLDS.map((threshold) => ({ threshold, tally: new Tally() }));
  for (const [index, { speech }] of recordings.entries()) {
    const own = probabilities[index] ?? [];
    const annotated = annotatedFrames(speech, own.length, FRAME_SAMPLES);
    engine.add(heardFrames(audio[index] ?? new Uint8Array(), own), annotated);
    for (const { threshold, tally } of alone)
      tally.add(
        own.map((one) => one > threshold),
        annotated,
      );
  }
  const score = engine.score();
  const figure = (name: string, value: number | null) => bench.figure({ name: `vad.${line}_${name}`, value, unit: "" });
  figure("precision", score?.precision ?? null);
  figure("recall", score?.recall ?? null);
  figure("f1", score?.f1 ?? null);
  for (const { threshold, tally } of alone) figure(`model_alone_f1_at_${threshold}`, tally.score()?.f1 ?? null);
}

function withNoise({ samples, speech }: Recording, noise: (samples: number) => Float32Array): Float32Array {
  const spoken = new Uint8Array(samples.length);
  for (const { from, to } of speech) spoken.fill(1, Math.round(from * 8000), Math.round(to * 8000));
  return mixed(samples, (sample) => spoken[sample] === 1, noise(samples.length), NOISE_DECIBELS);
}
