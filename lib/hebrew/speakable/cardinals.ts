/** Numbers in words. Counting and numbering are feminine in Hebrew; a counted noun has its own gender. */
export type Gender = "f" | "m";

const ONES: Record<Gender, readonly string[]> = {
  f: ["אפס", "אחת", "שתיים", "שלוש", "ארבע", "חמש", "שש", "שבע", "שמונה", "תשע", "עשר"],
  m: ["אפס", "אחד", "שניים", "שלושה", "ארבעה", "חמישה", "שישה", "שבעה", "שמונה", "תשעה", "עשרה"],
};
const TEENS: Record<Gender, readonly string[]> = {
  f: ["אחת", "שתים", "שלוש", "ארבע", "חמש", "שש", "שבע", "שמונה", "תשע"].map((one) => `${one} עשרה`),
  m: ["אחד", "שנים", "שלושה", "ארבעה", "חמישה", "שישה", "שבעה", "שמונה", "תשעה"].map((one) => `${one} עשר`),
};
const TENS = ["", "", "עשרים", "שלושים", "ארבעים", "חמישים", "שישים", "שבעים", "שמונים", "תשעים"];
const CONSTRUCT = ["", "", "שני", "שלושת", "ארבעת", "חמשת", "ששת", "שבעת", "שמונת", "תשעת", "עשרת"];
const ORDINALS: Record<Gender, readonly string[]> = {
  m: ["", "ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שביעי", "שמיני", "תשיעי", "עשירי"],
  f: ["", "ראשונה", "שנייה", "שלישית", "רביעית", "חמישית", "שישית", "שביעית", "שמינית", "תשיעית", "עשירית"],
};

/** From here on a number is read digit by digit. */
export const TOO_LARGE = 1e12;

/** A whole number from 0 below `TOO_LARGE`, standing alone: "שתים עשרה", "מיליון מאתיים וחמישים אלף". */
export function cardinal(number: number, gender: Gender): string {
  const groups = [
    scaled(Math.floor(number / 1e9), "מיליארד"),
    scaled(Math.floor(number / 1e6) % 1000, "מיליון"),
    thousands(Math.floor(number / 1000) % 1000),
    number % 1000 > 0 || number === 0 ? belowThousand(number % 1000, gender) : [],
  ].filter((group) => group.length > 0);
  // "And" stands before the last word of a group, and before a last group that is one word: "אלף וחמש".
  const last = groups.length - 1;
  return groups
    .map((group, at) => (at === last && at > 0 && group.length === 1 ? `ו${group.join("")}` : withAnd(group)))
    .join(" ");
}

/** Directly before the noun that it counts: "שתי דירות", "שני חדרים". */
export function counting(number: number, gender: Gender): string {
  if (number === 2) return gender === "f" ? "שתי" : "שני";
  return cardinal(number, gender);
}

/** Before a noun with the article: "שלושת החדרים", "שלוש הדירות". */
export function countingDefinite(number: number, gender: Gender): string {
  return gender === "m" ? (CONSTRUCT[number] ?? cardinal(number, gender)) : counting(number, gender);
}

/** Its place in a row: "שלישית"; above ten Hebrew uses the number itself. */
export function ordinal(number: number, gender: Gender): string {
  return ORDINALS[gender][number] || cardinal(number, gender);
}

/** Each digit by itself: "אפס חמש אפס". */
export function digitByDigit(digits: string): string {
  return Array.from(digits, (digit) => ONES.f[Number(digit)] ?? "").join(" ");
}

function belowThousand(number: number, gender: Gender): string[] {
  const hundred = Math.floor(number / 100);
  const rest = number % 100;
  const words = hundred === 0 ? [] : [["", "מאה", "מאתיים"][hundred] ?? `${ONES.f[hundred]} מאות`];
  if (rest > 20) return [...words, TENS[Math.floor(rest / 10)] ?? "", ...unit(rest % 10, gender)];
  if (rest === 20) return [...words, "עשרים"];
  if (rest > 10) return [...words, TEENS[gender][rest - 11] ?? ""];
  return rest > 0 || hundred === 0 ? [...words, ONES[gender][rest] ?? ""] : words;
}

function unit(number: number, gender: Gender): string[] {
  return number === 0 ? [] : [ONES[gender][number] ?? ""];
}

function thousands(count: number): string[] {
  if (count === 0) return [];
  if (count === 1) return ["אלף"];
  if (count === 2) return ["אלפיים"];
  if (count <= 10) return [`${CONSTRUCT[count]} אלפים`];
  return named(count, "אלף");
}

function scaled(count: number, name: string): string[] {
  if (count === 0) return [];
  if (count === 1) return [name];
  return count === 2 ? [`שני ${name}`] : named(count, name);
}

/** "מאתיים", "חמישים אלף": the name goes with the last word. */
function named(count: number, name: string): string[] {
  const words = belowThousand(count, "m");
  return [...words.slice(0, -1), `${words.at(-1)} ${name}`];
}

function withAnd(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(" ")} ו${last}`;
}
