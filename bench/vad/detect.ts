/** What the product's own ear makes of a recording, frame by frame. */
import { Loudness, rootMeanSquare } from "#lib/voice/loudness.ts";
import { type SpeechRun, SpeechTracker } from "#lib/voice/speech-tracker.ts";
import { defaultTuning } from "#lib/voice/tuning.ts";
import { FRAME_SAMPLES, MAX_BATCH } from "../../server-ws/media/vad/protocol.ts";
import { loadSilero } from "../../server-ws/media/vad/silero.ts";

export { FRAME_SAMPLES };

/** The detector's probability of speech for each whole frame of each recording (raw mu-law, 8 kHz), as in a call. */
export async function probabilitiesOf(recordings: readonly Uint8Array[]): Promise<number[][]> {
  const silero = await loadSilero();
  const results: number[][] = recordings.map(() => []);
  for (let first = 0; first < recordings.length; first += MAX_BATCH) {
    const slots = recordings.slice(first, first + MAX_BATCH).map((_, index) => first + index);
    const longest = Math.max(...slots.map((slot) => framesOf(recordings[slot])));
    for (let frame = 0; frame < longest; frame++) {
      const going = slots.filter((slot) => frame < framesOf(recordings[slot]));
      const audio = new Uint8Array(going.length * FRAME_SAMPLES);
      for (const [row, slot] of going.entries()) audio.set(frameOf(recordings[slot], frame), row * FRAME_SAMPLES);
      const scores = await silero.score(Uint32Array.from(going), audio);
      for (const [row, slot] of going.entries()) results[slot]?.push(scores[row] ?? 0);
    }
    for (const slot of slots) silero.forget(slot);
  }
  return results;
}

/** Which frames the engine takes for speech: the detector's probabilities, the line's loudness, begun and held apart. */
export function heardFrames(mulaw: Uint8Array, probabilities: readonly number[]): boolean[] {
  const tracker = new SpeechTracker(defaultTuning);
  const loudness = new Loudness();
  const runs = new Set<SpeechRun>();
  for (const [frame, probability] of probabilities.entries()) {
    const risenMs = loudness.push(rootMeanSquare(frameOf(mulaw, frame)));
    const run = tracker.push(probability, (frame + 1) * FRAME_SAMPLES, risenMs >= defaultTuning.risenMs);
    if (run !== null) runs.add(run);
  }
  const heard = probabilities.map(() => false);
  for (const { startSample, endSample } of runs) {
    heard.fill(true, startSample / FRAME_SAMPLES, endSample / FRAME_SAMPLES);
  }
  return heard;
}

function framesOf(mulaw: Uint8Array | undefined): number {
  return Math.floor((mulaw?.length ?? 0) / FRAME_SAMPLES);
}

function frameOf(mulaw: Uint8Array | undefined, frame: number): Uint8Array {
  return mulaw?.subarray(frame * FRAME_SAMPLES, (frame + 1) * FRAME_SAMPLES) ?? new Uint8Array(FRAME_SAMPLES);
}
