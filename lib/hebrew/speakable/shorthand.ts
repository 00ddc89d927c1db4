/** What is typed in haste, in the spelling that every later step knows. */

/** "ב 12:30", "ל 3 שנים": a letter that belongs to the number; after such words it counts ("כיתה ב 3"). */
const LONE_PREFIX =
  /(?<![\p{L}\p{M}׳״]|(?:סעיף|כיתה|כיתת|שלב|קבוצה|כניסה|בניין|אגף|קומה|מגדל|יום|ימים|ימי) )(ו?[בלמכ]) (?=\d)/gu;
/** "ק. 3", "ק 3/8" */
const FLOOR = /(?<=(?<![\p{L}\p{M}׳״])[ובהלמש]{0,3})ק(?:\. ?| )(?=-?\d{1,2}(?!\d))/gu;
/** "טל. 03-5551234" */
const TELEPHONE = /(?<![א-ת])טל\. ?(?=[\d(+*])/g;
/** "3 חד, 70 מר" */
const WITHOUT_MARK = /(?<=\d ?)(?:חד(?=\s*(?:[,;)+]|\.(?!\d)|$))|מר(?=\s*(?:[,;)+]|\.(?!\d)|$)))/gmu;
/** "3 חד׳ שינה" */
const ROOMS = /(?<![\d.,])(\d+)( ?)חד׳(?= (?:שינה|רחצה|עבודה|ילדים|אמבטיה|ארונות)(?![א-ת]))/g;
/** "דירות 2,3,4 חד׳", "3-4-5 חדרים", "2/3/4 חדרים" */
const CHOICE = /(?<![\d.,:/-])(\d)([-,/])(\d)\2(\d)(?= ?(?:חדרים|חד׳))/g;

/** The text with prefixes at their numbers and with the usual shorts. */
export function spellShorthand(text: string): string {
  return text
    .replace(LONE_PREFIX, "$1-")
    .replace(FLOOR, "ק׳ ")
    .replace(TELEPHONE, "טל׳ ")
    .replace(WITHOUT_MARK, (short) => (short === "חד" ? "חד׳" : "מ״ר"))
    .replace(ROOMS, (_, number: string, space: string) => `${number}${space || " "}${number === "1" ? "חדר" : "חדרי"}`)
    .replace(CHOICE, "$1, $3 או $4");
}
