import { spokenDigits } from "#lib/hebrew/spoken-digits.ts";
import type { CallerDraft } from "./caller-draft.ts";
import type { VoiceTuning } from "./tuning.ts";

/** How the words so far look. */
export type Completeness = "empty" | "finished" | "unfinished";

/** After these a Hebrew sentence goes on. */
const OPEN_WORDS = new Set(
  (
    "ו אז של כי את אבל או גם עם על אל מ ל ב ש כש ה אם כאשר לפני אחרי בין בגלל כדי אצל עד מול בתוך ליד לגבי בשביל " +
    "בלי כמו אנחנו הם הן באזור ברחוב בשכונת בקשר ביום ליום בשעה שיכול שיכולה שצריך שצריכה שהוא שהיא שאני שיש שלא כאילו רגע שנייה וגם ואז ואם אולי יותר פחות הכי איזה איזו מין"
  ).split(" "),
);

/** Beginnings that wait for their rest. */
const OPEN_ENDINGS = [
  "אני רוצה",
  "אני מחפש",
  "אני מחפשת",
  "אנחנו מחפשים",
  "אני צריך",
  "אני צריכה",
  "אני אשמח",
  "רציתי",
  "רציתי לשאול",
  "קוראים לי",
  "השם שלי",
  "שמי",
  "המספר שלי",
  "הטלפון שלי",
  "המספר הוא",
  "הטלפון הוא",
  "יש לי",
  "אני גר",
  "אני גרה",
  "הוא בערך",
  "לדעת מתי",
  "לדעת כמה",
  "לדעת איפה",
  "לדעת איך",
  "לדעת מה",
  "עד השעה",
  "לפני השעה",
  "אחרי השעה",
  "אני",
  "הוא",
  "היא",
];

/** "אני מחפש דירה": what is looked for has been named, and nothing of it yet. */
const BARE_SEARCH = /(?:^|\s)מחפש(?:ת|ים|ות)? \S+$/u;

/** "זה אני", "זה המספר שלי": what would be a beginning is the whole here. */
const POINTS_TO = new Set(["זה", "זאת", "זו"]);

const HESITATION = /^(?:א+מ+|א+ה+|ה+מ+|מ{2,}|א{2,})$/u;
const NIKUD_AND_MARKS = /[\u0591-\u05C7\u200E\u200F]/gu;
const TRAILS_OFF = /(?:[,:;\-–—־…]|\.{2,})\s*$/u;

/**
 * Whether a Hebrew utterance looks as if its speaker had finished. Full stops prove nothing: recognisers put them
 * behind every piece of audio.
 */
export function completeness(text: string): Completeness {
  const plain = text.replace(NIKUD_AND_MARKS, "").trim();
  const words = plain.split(/\s+/u).map(bareWord).filter(Boolean);
  const last = words.at(-1);
  if (last === undefined) return "empty";
  if (plain.endsWith("?")) return "finished";
  if (TRAILS_OFF.test(plain)) return "unfinished";
  if (digitsMissing(words)) return "unfinished";
  if (HESITATION.test(last)) return "unfinished";
  return endsOpen(words, last) ? "unfinished" : "finished";
}

/** The silence, in ms, that ends a turn with these words. */
export function silenceNeeded(text: string, tuning: VoiceTuning): number {
  const looks = completeness(text);
  switch (looks) {
    case "empty":
      return tuning.emptySilenceMs;
    case "finished":
      return tuning.finishedSilenceMs;
    case "unfinished":
      return tuning.unfinishedSilenceMs;
    default:
      return looks satisfies never;
  }
}

/** Whether the turn is over: quiet for long enough and every word known, or no longer worth waiting for. */
export function turnIsOver(draft: CallerDraft, silenceMs: number, tuning: VoiceTuning): boolean {
  if (!draft.complete) return !draft.unasked && silenceMs >= tuning.transcriptWaitMs;
  return silenceMs >= silenceNeeded(draft.text, tuning);
}

function endsOpen(words: string[], last: string): boolean {
  const joined = words.join(" ");
  const ending = OPEN_ENDINGS.find((open) => joined === open || joined.endsWith(` ${open}`));
  if (ending === undefined) return OPEN_WORDS.has(last) || BARE_SEARCH.test(joined);
  return !POINTS_TO.has(words.at(-1 - ending.split(" ").length) ?? "");
}

/** Letters, digits and the gershayim inside; no punctuation around. */
function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}*+]+|[^\p{L}\p{N}]+$/gu, "");
}

/**
 * A number that is being dictated and is not all there: it begins with 0 (a phone: 10 digits, a land line 9) or +972,
 * or comes in many small groups (an ID: 9 digits). A price or a number of rooms is complete as it is.
 */
function digitsMissing(words: string[]): boolean {
  const groups: string[] = [];
  for (const word of words.toReversed()) {
    const digits = digitsOf(word);
    if (digits === "") break;
    groups.unshift(digits);
  }
  const digits = groups.join("");
  if (digits === "") return false;
  if (digits.startsWith("0")) return digits.length < phoneLength(digits);
  if (digits.startsWith("972")) return digits.length < 11;
  const dictated = groups.length >= 3 && groups.every((group) => group.length <= 3);
  return dictated && digits.length < 9;
}

function phoneLength(digits: string): number {
  return /^0[23489]/u.test(digits) ? 9 : 10;
}

/** The digits of a word that is nothing but digits, in figures or spoken; "" otherwise. */
function digitsOf(word: string): string {
  return /\d/u.test(word) && /\p{L}/u.test(word) ? "" : spokenDigits(word);
}
