import type { Transcript } from "#lib/providers/stt/types.ts";
import { dbfs } from "../sound-meter.ts";
import type { Sound } from "./evidence.ts";
import { judge, type Verdict } from "./judge.ts";
import { phraseKind } from "./phrases.ts";

/** As the detector's windows. */
const WINDOW_MS = 32;
/** Of 32,768: the softest that mu-law can say. */
const SOFTEST = 8;
/** Where the line's own quiet lies among the levels, softest first: nobody speaks without a gap. */
const QUIET_SHARE = 0.1;
/**
 * So many times as loud as the quiet is more than hiss, whose windows differ by some 15 %; all that is louder than `stay`
 * belongs to it then. Of the phrasebook's 136 phrases none is dropped so under noise as loud as the voice.
 */
const RISE = { least: 1.5, stay: 1.25 };

/** PCM, 16 bit, one channel. */
export interface Recorded {
  samples: Int16Array;
  sampleRate: number;
}

/**
 * Whether this is what was said on a whole recording (`null`: its sound is not known). Its sound is only measured, not
 * detected: it may drop what recognisers are known to invent, and casts no more than doubt on other words.
 */
export function judgeRecording(transcript: Transcript, recorded: Recorded | null): Verdict {
  const byWords = judge({ ...transcript, sound: null });
  const verdict = judge({ ...transcript, sound: recorded && soundOf(recorded) });
  const byItsSoundAlone = verdict === "noise" && byWords !== "noise" && phraseKind(transcript.text) === "other";
  return byItsSoundAlone ? "doubtful" : verdict;
}

/** What is louder than the line's own quiet counts as speech. Pauses between sentences say nothing: it lasts as long as it is loud. */
function soundOf({ samples, sampleRate }: Recorded): Sound | null {
  const levels = levelsOf(samples, Math.round((sampleRate * WINDOW_MS) / 1000)).sort((a, b) => a - b);
  const [softest] = levels;
  if (softest === undefined) return null;
  const quiet = Math.max(SOFTEST, levels[Math.floor(levels.length * QUIET_SHARE)] ?? softest);
  const peak = levels.at(-1) ?? softest;
  const loud = peak > quiet * RISE.least ? levels.filter((level) => level > quiet * RISE.stay) : [];
  const voicedMs = loud.length * WINDOW_MS;
  const energy = loud.reduce((sum, level) => sum + level ** 2, 0);
  const mean = loud.length > 0 ? Math.sqrt(energy / loud.length) : quiet;
  return { voicedMs, durationMs: Math.max(WINDOW_MS, voicedMs), meanDbfs: dbfs(mean), peakDbfs: dbfs(peak) };
}

/** The root mean square of each whole window. */
function levelsOf(samples: Int16Array, windowSamples: number): number[] {
  const levels: number[] = [];
  for (let at = 0; at + windowSamples <= samples.length; at += windowSamples) {
    const window = samples.subarray(at, at + windowSamples);
    levels.push(Math.sqrt(window.reduce((sum, sample) => sum + sample ** 2, 0) / windowSamples));
  }
  return levels;
}
