import { SAMPLES_PER_MS } from "./audio-clock.ts";
import { rootMeanSquare } from "./loudness.ts";

const FRAME_SAMPLES = 20 * SAMPLES_PER_MS;

/**
 * Where a voice that was cut off begins again: the quietest 20 ms of `before`, the last audio (raw mu-law) that was heard,
 * so that no word begins in its middle. Gives how many samples of it are to be heard once more.
 */
export function samplesToRepeat(before: Uint8Array): number {
  let quietest = Number.POSITIVE_INFINITY;
  let repeat = 0;
  for (let back = 0; back + FRAME_SAMPLES <= before.length; back += FRAME_SAMPLES) {
    const end = before.length - back;
    const level = rootMeanSquare(before.subarray(end - FRAME_SAMPLES, end));
    if (level >= quietest) continue;
    quietest = level;
    repeat = back;
  }
  return repeat;
}
