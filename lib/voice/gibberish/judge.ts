import type { Evidence } from "./evidence.ts";
import * as signs from "./signs.ts";

/** speech: somebody said this. doubtful: ask again. noise: nobody said anything. */
export type Verdict = "speech" | "doubtful" | "noise";

/**
 * Whether a transcript with words in it is what a caller said. All signs together decide, never one of them: a real
 * "תודה רבה" is loud enough, sure enough and as long as it takes to say it.
 */
export function judge(evidence: Evidence): Verdict {
  const points = Object.values(weigh(evidence)).reduce((sum, sign) => sum + sign, 0);
  if (points >= NOISE_FROM) return "noise";
  return points >= DOUBT_FROM ? "doubtful" : "speech";
}

/** The points of each question that is asked, for whoever wants to know why. */
export function weigh(evidence: Evidence) {
  return {
    phrase: signs.phrase(evidence),
    script: signs.script(evidence),
    repetition: signs.repetition(evidence),
    recogniser: together(signs.lowConfidence(evidence), signs.takenForSilence(evidence)),
    sound: together(
      signs.faintness(evidence),
      signs.shortness(evidence),
      signs.pace(evidence),
      signs.patchiness(evidence),
    ),
    clearVoice: signs.clearVoice(evidence),
  };
}

const DOUBT_FROM = 3;
const NOISE_FROM = 6;

/** Signs of the same thing: of a whisper, too, the detector misses half, so that it is faint, short and hurried at once. */
function together(...points: number[]): number {
  const most = Math.max(...points);
  return most + (points.reduce((sum, sign) => sum + sign, 0) - most) / 2;
}
