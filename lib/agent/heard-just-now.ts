import { phrases, withoutStream } from "../businesses/phrases.ts";
import type { Utterance } from "../voice/ports.ts";
import { LAST_WORD } from "./last-word.ts";
import { sentenceKey, wordCount } from "./spoken-sentences.ts";

/** Shorter ones are courtesies, and come again in every conversation: "אין בעיה.", "תודה רבה לכם." */
const LEAST_WORDS = 4;
/** Whoever was not understood is told so as often as that happens. */
const APOLOGY = /סליחה|מצטער|מתנצל|צר לנו|תקלה|לא (?:שמענו|שמעתי|שומעים|הבנו|הבנתי|קלטנו|הצלחנו|הצלחתי)/u;
const ASKS_AGAIN = new RegExp(
  [
    "לא (?:שמעתי|שמענו|שומעת?|שומעים|הבנתי|הבנו|קלטתי|קלטנו|תפסתי)",
    "(?:תחזרו|תחזרי|תחזור|חזרו|חזרי|חזור|לחזור)(?: לי| לנו)?(?: רגע)? (?:על|מה)(?!\\p{L})",
    "(?:אפשר|תוכלו|תוכלי|תוכל|יכולים) לחזור(?!\\p{L}| אל)",
    "(?<!\\p{L})(?:שוב|עוד פעם|שנית|פעם נוספת)(?!\\p{L})",
    "מה אמרת",
    "^(?:מה|סליחה|אה|הא|איך|הלו)[\\s?!.,]*$",
  ].join("|"),
  "u",
);
const SENTENCE_END = /(?<=[.!?…]["'”״)]*)\s+/u;

const fixed = new Set(
  [...Object.values(phrases), ...Object.values(withoutStream), ...Object.values(LAST_WORD)]
    .flatMap((text) => text.split(SENTENCE_END))
    .map(sentenceKey),
);

/**
 * The sentences of the agent's last utterance, as far as they were heard, which are not to be said once more now. None
 * when the caller asks for them again. Questions, apologies and the product's own phrases may always come again, and so
 * may a sentence that was cut.
 */
export function heardJustNow(history: readonly Utterance[]): string[] {
  const last = history.findLastIndex(({ speaker, text }) => speaker === "agent" && text !== "");
  const answers = history.slice(last + 1).filter(({ speaker }) => speaker === "caller");
  const before = history.slice(0, Math.max(last, 0)).findLast(({ speaker }) => speaker === "caller");
  const asked = before && sentenceKey(before.text);
  if (answers.some(({ text }) => text === "" || ASKS_AGAIN.test(text.trim()) || sentenceKey(text) === asked)) return [];
  return (history[last]?.text ?? "").split(SENTENCE_END).filter(isSaidOnce);
}

function isSaidOnce(sentence: string): boolean {
  const key = sentenceKey(sentence);
  const isWhole = /[.!…]["'”״)]*\s*$/u.test(sentence);
  return isWhole && wordCount(key) >= LEAST_WORDS && !APOLOGY.test(sentence) && !fixed.has(key);
}
