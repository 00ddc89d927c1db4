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

/** What each sign says, for whoever asks why. */
export function weigh(evidence: Evidence): Record<keyof typeof signs, number> {
  return {
    phrase: signs.phrase(evidence),
    script: signs.script(evidence),
    repetition: signs.repetition(evidence),
    ownDoubt: signs.ownDoubt(evidence),
    faintness: signs.faintness(evidence),
    shortness: signs.shortness(evidence),
    pace: signs.pace(evidence),
    patchiness: signs.patchiness(evidence),
    ordinarySpeech: signs.ordinarySpeech(evidence),
  };
}

const DOUBT_FROM = 3;
const NOISE_FROM = 5.5;
