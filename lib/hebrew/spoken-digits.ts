/** Digits that were said one by one or in pairs, as a recogniser writes them: in figures or in words. */
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

/** The same text with its spoken numbers from 10 to 99 in figures: "אפס חמישים ושתיים" is "אפס 52". */
export function pairsInFigures(text: string): string {
  return text.replace(PAIR, (_, teen?: string, tens?: string, unit?: string) => {
    const last = DIGITS[teen ?? unit ?? ""] ?? "0";
    return `${tens === undefined ? "1" : TENS[tens]}${last}`;
  });
}

/** All digits in the order in which they were said: "אפס חמישים ושתיים 3-123" gives "0523123". */
export function spokenDigits(text: string): string {
  return pairsInFigures(text)
    .split(/[\s,.\-–]+/)
    .map((word) => DIGITS[word] ?? DIGITS[word.replace(/^ו/, "")] ?? word.replace(/\D/g, ""))
    .join("");
}
