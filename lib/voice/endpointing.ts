import type { CallerDraft } from "./caller-draft.ts";
import { digitsMissing, endsWithStar } from "./dictation.ts";
import { isHum } from "./hums.ts";
import type { VoiceTuning } from "./tuning.ts";

/** How the words so far look. */
export type Completeness = "empty" | "finished" | "unfinished";

/** After these a Hebrew sentence goes on. */
const OPEN_WORDS = new Set(
  (
    "ו אז של כי את אבל או גם עם על אל מ ל ב ש כש ה אם כאשר לפני אחרי בין בגלל כדי אצל עד מול בתוך ליד לגבי בשביל " +
    "בלי כמו אנחנו הם הן באזור ברחוב בשכונת בקשר ביום ליום בשעה שיכול שיכולה שצריך שצריכה שהוא שהיא שאני שיש שלא כאילו רגע שנייה וגם ואז ואם אולי יותר פחות הכי איזה איזו מין האם למשל " +
    "נקודה שטרודל כרוכית"
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
  "רציתי לדעת",
  "אני רוצה לדעת",
  "קוראים לי",
  "השם שלי",
  "שמי",
  "המספר שלי",
  "הטלפון שלי",
  "המספר הוא",
  "הטלפון הוא",
  "מספר הטלפון שלי",
  "מספר הזהות שלי",
  "מספר תעודת הזהות שלי",
  "מספר הכרטיס שלי",
  "יש לי",
  "אני גר",
  "אני גרה",
  "הוא בערך",
  "לדעת אם אפשר",
  "לשאול אם אפשר",
  "קו תחתון",
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

/** Begins a question; behind a wish it is only polite: "מחר, אם אפשר". */
const BARE_CONDITION = /^ו?אם אפשר$/u;

/** "קומה", "בקומה": its number is to come; but "באיזו קומה" is a question. */
const BARE_FLOOR = /(?:^|\s)(?<!(?:איזו|איזה|כמה|אותה|שום) )[בלמו]?קומה$/u;

/** "ואני" goes on; "אשתי ואני" are two people. */
const AND_I = /(?:^|\s)(?<!(?:אשתי|בעלי|הוא|היא|הם|אתה|את|בת הזוג|בן הזוג|אמא|אבא|אחי|אחותי|הילדים) )ואני$/u;

const BARE_ENDINGS = [BARE_SEARCH, BARE_CONDITION, BARE_FLOOR, AND_I];

/** "זה אני", "זה המספר שלי": what would be a beginning is the whole here. */
const POINTS_TO = new Set(["זה", "זאת", "זו"]);

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
  if (digitsMissing(words) || endsWithStar(words)) return "unfinished";
  if (isHum(last)) return "unfinished";
  return endsOpen(words, last) ? "unfinished" : "finished";
}

/** The silence, in ms, that ends a turn with these words. */
export function silenceNeeded(text: string, tuning: VoiceTuning): number {
  const looks = completeness(text);
  switch (looks) {
    case "empty":
      // Whoever is patient with words is with what could not be made out, too.
      return Math.max(tuning.emptySilenceMs, tuning.finishedSilenceMs);
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
  if (ending === undefined) return OPEN_WORDS.has(last) || BARE_ENDINGS.some((bare) => bare.test(joined));
  return !POINTS_TO.has(words.at(-1 - ending.split(" ").length) ?? "");
}

/** Letters, digits and the gershayim inside; no punctuation around. */
function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}*+]+|[^\p{L}\p{N}]+$/gu, "");
}
