/** Digits that were said one by one, in pairs, doubled or as hundreds, as a recogniser writes them: in figures or in words. */
const DIGITS: Record<string, string> = {
  אפס: "0",
  אחת: "1",
  אחד: "1",
  שתיים: "2",
  שתים: "2",
  שניים: "2",
  שלוש: "3",
  שלושה: "3",
  ארבע: "4",
  ארבעה: "4",
  חמש: "5",
  חמישה: "5",
  שש: "6",
  שישה: "6",
  שבע: "7",
  שבעה: "7",
  שמונה: "8",
  תשע: "9",
  תשעה: "9",
};

const TENS: Record<string, string> = {
  עשרים: "2",
  שלושים: "3",
  ארבעים: "4",
  חמישים: "5",
  שישים: "6",
  ששים: "6",
  שבעים: "7",
  שמונים: "8",
  תשעים: "9",
};
const UNIT = Object.keys(DIGITS)
  .filter((word) => DIGITS[word] !== "0")
  .join("|");
/** "שלוש עשרה", "עשר", "חמישים ושתיים": a unit belongs to the tens before it only by its "and". */
const PAIR = new RegExp(
  `(?<![א-ת])ו?(?:(?:(${UNIT})\\s+)?עשרה?|(${Object.keys(TENS).join("|")})(?:\\s+ו(${UNIT}))?)(?![א-ת])`,
  "gu",
);

/** "שלוש מאות ארבעים וחמש", "מאתיים ושלוש", once the pairs are figures. */
const HUNDREDS = new RegExp(
  `(?<![א-ת\\d])ו?(?:(${UNIT}|[3-9])\\s+מאות|מאתיים|(מאה))(?:\\s+ו?(\\d\\d)(?!\\d)|\\s+ו(${UNIT}))?(?![א-ת])`,
  "gu",
);
/** "כפול שמונה", "פעמיים אפס": the digit twice. */
const DOUBLED = new RegExp(`(?<![א-ת])ו?(?:כפול|דאבל|פעמיים)\\s+(אפס|${UNIT}|\\d)(?![א-ת\\d])`, "gu");

/** The same text with its spoken numbers from 10 to 999 in figures: "אפס חמישים ושתיים" is "אפס 52". */
export function numbersInFigures(text: string): string {
  return text
    .replace(PAIR, (_, teen?: string, tens?: string, unit?: string) => {
      return `${tens === undefined ? "1" : TENS[tens]}${figure(teen ?? unit)}`;
    })
    .replace(HUNDREDS, (_, many?: string, one?: string, pair?: string, unit?: string) => {
      return `${many ? figure(many) : one ? "1" : "2"}${pair ?? `0${figure(unit)}`}`;
    })
    .replace(DOUBLED, (_, digit: string) => figure(digit).repeat(2));
}

/** Whether this word announces a digit that counts twice. */
export function isDoubling(word: string): boolean {
  return /^ו?(?:כפול|דאבל|פעמיים)$/u.test(word);
}

/** All digits in the order in which they were said: "אפס חמישים ושתיים 3-123" gives "0523123". */
export function spokenDigits(text: string): string {
  return numbersInFigures(text)
    .split(/[\s,.\-–]+/)
    .map((word) => DIGITS[word] ?? DIGITS[word.replace(/^ו/, "")] ?? word.replace(/\D/g, ""))
    .join("");
}

/** The digit of a unit, in a word or a figure; 0 when none was said. */
function figure(unit = "0"): string {
  return DIGITS[unit] ?? unit;
}
