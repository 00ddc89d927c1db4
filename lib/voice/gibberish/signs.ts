/**
 * What speaks for an invention, each sign by itself: positive points for one, negative for somebody who really spoke.
 * No sign is enough to drop what a person may have said; the judge adds them up.
 */
import type { Evidence, Sound } from "./evidence.ts";
import { phraseKind } from "./phrases.ts";
import { lettersIn, wordsOf } from "./words.ts";

/** The text is one that recognisers are known to invent. */
export function phrase({ text }: Evidence): number {
  const kind = phraseKind(text);
  switch (kind) {
    case "annotation":
      return 6;
    case "credit":
      return 4.5;
    case "courtesy":
      return 1.5;
    case "drift":
      return 1.5;
    case "other":
      return 0;
    default:
      return kind satisfies never;
  }
}

/** Written in letters that callers here hardly speak, or a mere scrap of a foreign language. */
export function script({ text }: Evidence): number {
  if (UNHEARD_OF.test(text)) return 2;
  const words = wordsOf(text);
  const hebrew = words.filter((word) => HEBREW_OR_DIGITS.test(word)).length;
  return words.length > 0 && words.length <= 3 && hebrew === 0 ? 1 : 0;
}

/** The same word, or the same few words, over and over. */
export function repetition({ text, compression }: Evidence): number {
  const loops = loopsIn(wordsOf(text));
  return Math.max(steps(loops, [4, 1], [5, 1.5], [7, 3], [9, 4.5]), steps(compression ?? 0, [1.8, 1], [2.4, 3]));
}

/** The recogniser is not sure itself. Its two figures say nearly the same, so the second one counts half. */
export function ownDoubt({ confidence, noSpeech }: Evidence): number {
  // A probability of exactly 0 is how some recognisers write that they know none.
  const unsure = confidence === null || confidence === 0 ? 0 : 1 - confidence;
  const byWords =
    confidence !== null && confidence > SURE ? -0.5 : steps(unsure, [0.45, 0.5], [0.55, 1], [0.65, 1.5], [0.75, 2.2]);
  const bySilence = noSpeech === null ? 0 : steps(noSpeech, [0.4, 0.7], [0.6, 1.5], [0.8, 2.5]);
  return Math.max(byWords, bySilence) + Math.min(byWords, bySilence) / 2;
}

/** Too faint to be somebody at a telephone. */
export function faintness({ sound }: Evidence): number {
  if (sound === null) return 0;
  return steps(-sound.meanDbfs, [42, 0.5], [45, 1], [48, 1.6], [52, 2.4]);
}

/** Too short for any word. */
export function shortness({ sound }: Evidence): number {
  return sound === null ? 0 : steps(-sound.voicedMs, [-160, 0.3], [-128, 0.7], [-96, 1.4]);
}

/** More letters than a mouth can say in the time; or a long sound of which next to nothing was made. */
export function pace({ text, sound }: Evidence): number {
  if (sound === null) return 0;
  const letters = lettersIn(wordsOf(text));
  const perSecond = (letters * 1000) / sound.voicedMs;
  // A short word's length is uncertain by a window or two.
  const tooFast = steps(perSecond, [30, 0.7], [38, 1.6], [50, 3], [75, 4.5]) * (letters > 4 ? 1 : 0.5);
  const tooSlow = sound.voicedMs > LONG_SOUND_MS ? steps(-perSecond, [-3, 0.7], [-1.5, 1.5]) : 0;
  return Math.max(tooFast, tooSlow);
}

/** The detector saw speech only here and there. */
export function patchiness({ sound }: Evidence): number {
  return sound === null ? 0 : steps(-voicedShare(sound), [-0.45, 0.5], [-0.35, 1.2]);
}

/** Several different words, as fast as people speak and loud enough: nobody's noise sounds like that. */
export function ordinarySpeech(evidence: Evidence): number {
  const { text, sound, confidence } = evidence;
  const different = new Set(wordsOf(text)).size;
  if (different < 3 || phraseKind(text) !== "other") return 0;
  if (sound === null) return confidence !== null && confidence > 0.6 ? -1 : 0;
  const perSecond = (lettersIn(wordsOf(text)) * 1000) / sound.voicedMs;
  return perSecond > 5 && perSecond < 25 && sound.voicedMs >= 500 && voicedShare(sound) > 0.5 ? -1 : 0;
}

const SURE = 0.8;
const LONG_SOUND_MS = 1200;
const HEBREW_OR_DIGITS = /^[\p{Script=Hebrew}\p{N}]+$/u;
const UNHEARD_OF =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Tamil}\p{Script=Bengali}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Khmer}]/u;

function voicedShare({ voicedMs, durationMs }: Sound): number {
  return voicedMs / Math.max(voicedMs, durationMs);
}

/** How often in a row the same one to four words come. */
function loopsIn(words: readonly string[]): number {
  let most = 1;
  for (let length = 1; length <= 4; length++) {
    for (let start = 0; start + length <= words.length; start++) {
      let at = start + length;
      while (at < words.length && words[at] === words[at - length]) at += 1;
      most = Math.max(most, Math.floor((at - start) / length));
    }
  }
  return most;
}

/** The points of the last step that the value reaches. */
function steps(value: number, ...reached: [from: number, points: number][]): number {
  return reached.reduce((points, [from, given]) => (value >= from ? given : points), 0);
}
