/**
 * Where a reply must not be cut although there is room: each piece is made speakable alone, and a number whose code word,
 * date or noun is in another piece is read wrong: "קוד: 4512", "מחר, 12.1.", "3.5 מיליון", "בימים א', ב'".
 */

/** "unknown" until enough of the next word has come. */
export type Holds = "together" | "apart" | "unknown";

const DAY_LETTER = "(?:ו-?)?[א-ת]['׳’](?![א-ת]{2})";
/** A number, or the letter of a day or a paragraph. */
const COUNTS = new RegExp(`^(?:[*+#₪$€]?\\d|${DAY_LETTER})`, "u");
/** These could still become a letter with its geresh. */
const COULD_COUNT = /^(?:[*+#₪$€]|(?:ו-?)?[א-ת]?(?:['׳’][א-ת]?)?)$/u;
/** "24.12, בשעה 10:00": the hour makes a date of it. */
const SHORT_DATE = /\d\.\d{1,2}$/u;
const HOUR = /^(?:בשעה|ב-?\d)/u;

/** Behind these a comma may be followed by their date: "מחר, 12.1.", "ביום ראשון, 3.5." */
const NAMES_DAY =
  /(?:^|\s)[ובלהמ]{0,2}(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת|היום|מחר|מחרתיים|אתמול|הבא|הבאה|הקרוב|הקרובה|תאריך|התאריך)$/u;

/** Whether a number behind the comma after these words would be read with them: then the next word is waited for. */
export function awaitsNumber(before: string): boolean {
  return NAMES_DAY.test(before);
}

/** Around a comma, colon or dash: `before` ends at it, `after` is all that has come behind it. */
export function acrossClauses(before: string, after: string): Holds {
  const next = after.trimStart();
  const date = SHORT_DATE.test(before);
  if (COUNTS.test(next) || (date && HOUR.test(next))) return "together";
  const known = date ? wordIsWhole(next) : !COULD_COUNT.test(next);
  return known ? "apart" : "unknown";
}

/** A number at the end, also with its scale: its noun, month or unit follows. */
const ENDS_COUNTING = /\d\S*(?:\s+(?:אלף|אלפים|מיליון|מיליונים|מיליארד|מיליארדים|וחצי|ורבע))*\s*$/u;
const PREFIXED = /^[א-ת]{1,3}-?\d|^(?:[₪$€%]|וחצי|ורבע|ש["״]ח)/u;

/** "ביום ראשון 3.5": the day makes a date of it. */
const BEGINS_DATE = /(?:^|\s)[ובלהמש]{0,2}(?:יום|ימים|ימי|תאריך|תאריכים)\s*$/u;

/** Between two words without any punctuation. */
export function acrossWords(before: string, after: string): Holds {
  const next = after.trimStart();
  if (ENDS_COUNTING.test(before) || BEGINS_DATE.test(before)) return "together";
  if (COUNTS.test(next) || PREFIXED.test(next)) return "together";
  return wordIsWhole(next) ? "apart" : "unknown";
}

function wordIsWhole(next: string): boolean {
  return /^\S+\s/u.test(next);
}
