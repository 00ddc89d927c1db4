/** Digits that were said one by one, as a recogniser writes them: in figures or in words. */
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

/** All digits in the order in which they were said: "אפס חמש 3-123" gives "053123". */
export function spokenDigits(text: string): string {
  return text
    .split(/[\s,.\-–]+/)
    .map((word) => DIGITS[word] ?? DIGITS[word.replace(/^ו/, "")] ?? word.replace(/\D/g, ""))
    .join("");
}
