/**
 * What speaks for an invention, each sign by itself: positive points for one, negative for somebody who really spoke.
 * No sign is enough to drop words that a person may have said; the judge adds them up.
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
    case "drift":
      return 2;
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
  return words.length > 0 && words.length <= 4 && hebrew === 0 ? 1 : 0;
}

/** The same word, or the same few words, over and over; thanks above all. Or one letter without end. */
export function repetition({ text, compression }: Evidence): number {
  const words = wordsOf(text);
  const times = Math.max(timesInARow(words), longestDrawl(words) / 1.5);
  const looped = Math.min(5, 0.9 * Math.max(0, times - 2.5));
  const thanks = phraseKind(text) === "courtesy" && times > 3 ? 1 : 0;
  return Math.max(looped + thanks, compression === null ? 0 : ramp(compression, 1.8, 2.4, 3));
}

/** The recogniser is not sure of the words. */
export function lowConfidence({ confidence }: Evidence): number {
  // A probability of exactly 0 is how some recognisers write that they know none.
  return confidence === null || confidence === 0 ? 0 : ramp(-confidence, -0.6, -0.1, 3);
}

/** The recogniser itself thinks that nobody speaks. */
export function takenForSilence({ noSpeech }: Evidence): number {
  return noSpeech === null ? 0 : ramp(noSpeech, 0.4, 0.8, 3.5);
}

/** Too faint, at its loudest, to be somebody at a telephone. */
export function faintness({ sound }: Evidence): number {
  return sound === null ? 0 : ramp(-sound.peakDbfs, 36, 49, 3);
}

/** Too short for any word. */
export function shortness({ sound }: Evidence): number {
  return sound === null ? 0 : ramp(-sound.voicedMs, -168, -88, 1.6);
}

/** More letters than a mouth can say in the time; or a long sound of which next to nothing was made. */
export function pace({ text, sound }: Evidence): number {
  if (sound === null) return 0;
  const perSecond = lettersPerSecond(text, sound);
  return tooFast(text, perSecond) + (sound.voicedMs > LONG_SOUND_MS ? ramp(-perSecond, -4, -1, 1.5) : 0);
}

/** The detector saw speech only here and there. */
export function patchiness({ sound }: Evidence): number {
  return sound === null ? 0 : ramp(-voicedShare(sound), -0.7, -0.2, 2);
}

/** The recogniser is sure, and it sounded as long, as loud and as steady as somebody who speaks. */
export function clearVoice({ text, confidence, sound }: Evidence): number {
  if (confidence === null || confidence < 0.6) return 0;
  if (sound === null) return -0.5;
  const perSecond = lettersPerSecond(text, sound);
  const steady = sound.voicedMs >= 240 && voicedShare(sound) > 0.7 && sound.meanDbfs > -40;
  return steady && perSecond > 5 && perSecond < 22 ? -1 : 0;
}

const LONG_SOUND_MS = 1200;
const HEBREW_OR_DIGITS = /^[\p{Script=Hebrew}\p{N}]+$/u;
const UNHEARD_OF =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Tamil}\p{Script=Bengali}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Khmer}]/u;

function voicedShare({ voicedMs, durationMs }: Sound): number {
  return voicedMs / Math.max(voicedMs, durationMs);
}

function lettersPerSecond(text: string, { voicedMs }: Sound): number {
  return (lettersIn(wordsOf(text)) * 1000) / voicedMs;
}

function tooFast(text: string, perSecond: number): number {
  // Nobody hurries a word of thanks. Another short word's length is uncertain by a window or two.
  const kind = phraseKind(text);
  if (kind === "courtesy" || kind === "drift") return ramp(perSecond, 20, 45, 4);
  return ramp(perSecond, 26, 56, lettersIn(wordsOf(text)) > 4 ? 5 : 2.5);
}

/** How often in a row the same one to four words come. */
function timesInARow(words: readonly string[]): number {
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

/** How often one letter comes in a row inside a word: people draw a sound out, but not for ever. */
function longestDrawl(words: readonly string[]): number {
  return Math.max(0, ...words.flatMap((word) => (word.match(/(\p{L})\1*/gu) ?? []).map((run) => run.length)));
}

/** No points below `from`, all of them above `to`, in between in proportion. */
function ramp(value: number, from: number, to: number, points: number): number {
  return points * Math.min(1, Math.max(0, (value - from) / (to - from)));
}
