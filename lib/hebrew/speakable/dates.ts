/** Dates: days are masculine (החמישה עשר במאי), years are numbers. */
import { asAmount } from "./amounts.ts";
import { cardinal, ordinal } from "./cardinals.ts";
import { GLUE, isBetween } from "./pattern.ts";

const MONTHS = "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר".split(" ");
const HEBREW_MONTHS = "תשרי חשוון כסלו טבת שבט אדר ניסן אייר סיוון תמוז אב אלול".split(" ");
const NAMES = [...MONTHS, "מרס", ...HEBREW_MONTHS].join("|");

const ISO = new RegExp(`(?<!\\d)${GLUE}(\\d{4})-(\\d\\d)-(\\d\\d)(?![\\d-])`, "gu");
const NUMERIC = new RegExp(`(?<![\\d./-])${GLUE}(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/]|[.-]\\d)`, "gu");
/** "20/7/2025-27/7/2025", "20.7-3.8.25", "20-27.7.2025": the last says its year, and so all of it. */
const SPAN_OF_YEAR = new RegExp(
  `(?<![\\d.,:/-])${GLUE}(\\d{1,2})(?:([./])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?)? ?- ?(\\d{1,2})([./])(\\d{1,2})\\6(\\d{4}|\\d{2})(?![\\d/]|[.-]\\d)`,
  "gu",
);
/** Between two days of a month: "10-12", "מ-10 ל-12", "ה-15 וה-16", "ב-10 או ב-11". After "ב-10" comes "ל-12" from an hour. */
const LINK = "( ?- ?| (?:ו?עד|או|לבין) (?:[הבל]-?)?| ו[הבל]?-?|(?<=(?:בין|בין ה-?|מ-?|מה-?) ?\\d{1,2}) ל-?)";
const NAMED = new RegExp(`(?<![\\d.:,/])${GLUE}(\\d{1,2})(?:${LINK}(\\d{1,2}))? (ב?|ל(?!אב))(${NAMES})(?![א-ת])`, "gu");
/** "ה-10 בחודש", "ב-5 לחודש", "כל 10 לחודש", "בין ה-1 ל-10 בחודש" */
const OF_MONTH = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}])(?:(?:ו?[בהלמש]|מה)(?=-?\\d)|(?:כל|עד) ))-?(\\d{1,2})(?:${LINK}(\\d{1,2}))?(?= (?:[בל]|[בל]כל )חודש(?![א-ת]))`,
  "gu",
);
/** Day and month alone look like a decimal or a fraction, so a word before them must tell: "בתאריך 3.5", "יום ראשון, 3/5". */
const SHORT = new RegExp(`(?<=(?:תאריך|היום|מחר|יום [א-ת]+׳?),? )${GLUE}(\\d{1,2})[./](\\d{1,2})(?![\\d./]*\\d)`, "gu");
/** Nothing stands behind it that it would count: no sign, no noun, no second number with one. */
const UNCOUNTED =
  /(?!%| ?[₪$€]| (?![בו]|(?:או|עד|ועד|לא|יש|זה|אם|כי|אבל) )[א-ת][א-ת״׳]| (?:ל|עד|או)[- ]{0,2}\d[\d.,]* ?(?:[₪$€%]|אלף|מיליון|ש״ח|שקל|חד|מ״ר|מטר|ק״מ|שעות))(?![\d./]*\d)/u
    .source;
/** After a prefix a point is a date unless something is counted or paid: "ב-20.10 בערב". */
const AFTER_PREFIX = new RegExp(`(?<=(?<![\\p{L}\\p{M}])(?:ו?[בלהמ]|מה))-(\\d{1,2})\\.(\\d{1,2})${UNCOUNTED}`, "gu");
/** "מ-5.1 עד 7.1": after a date comes a date; "עד 31.12" has too many days for anything else. */
const UNTIL = new RegExp(
  `(?<=(?:${MONTHS.join("|")}) ו?עד |(?<![א-ת])(?:עד|בין) (?=1[3-9]|[23]\\d))(\\d{1,2})\\.(\\d{1,2})${UNCOUNTED}`,
  "gu",
);
/** "12/2027", "09.26" after "valid until": a month, and no day. */
const MONTH_OF_YEAR = new RegExp(
  `(?<![A-Za-z\\d.:,/-])${GLUE}(0?[1-9]|1[0-2])[./](?:(20\\d\\d)|(?<=(?<![\\p{L}\\p{M}])[בלמ]-\\d{1,2}\\/)(2[4-9]|3[2-9])(?! [א-ת]+(?:ים|ות)(?![א-ת]))|(?<=(?:תוקף|בתוקף|תקף)(?: הכרטיס)?(?: עד| הוא)?:? [\\d./]+)([2-4]\\d))(?![\\d/]|[.-]\\d)`,
  "gu",
);
const QUARTER_NAMED = /(?<=(?<![א-ת])[וש]?)([הבלמ]?)רבעון ([1-4])(?![\d.,/:-]*\d)/g;
const QUARTER = /(?<![A-Za-z])Q([1-4])(?:[ /-]?(20\d\d))?(?!\d)/g;
/** "20.7-27.7": so many days are nothing else, when nothing follows that they would count. */
const SPAN_POINTS = new RegExp(
  `(?<![\\d.,:/-])${GLUE}(\\d{1,2})\\.(\\d{1,2}) ?- ?(1[3-9]|[23]\\d)\\.(\\d{1,2})${UNCOUNTED}`,
  "gu",
);
/** "החופשה 20-27.7" */
const DAYS_OF_MONTH = new RegExp(
  `(?<=(?<![א-ת])(?:ו?ה?חופש|ו?[הב]?חופשה|ו?[הב]?חופשת [א-ת]+|בין|סגור|סגורים|חג|סוכות|פסח|חנוכה|חול המועד|פנוי|פנויה|[בהמ](?=-)):? ?)-?(\\d{1,2}) ?- ?(1[3-9]|[23]\\d)\\.(\\d{1,2})${UNCOUNTED}`,
  "gu",
);
/** "בתאריכים 13-14.6" */
const DAYS_POINT = /(?<=(?:תאריכים|תאריך|סוף שבוע|סופ״ש):? )(\d{1,2}) ?- ?(\d{1,2})\.(\d{1,2})(?![\d./]*\d)/gu;
/** "תור 24.12 בשעה 10:00": no amount has an hour. */
const BEFORE_HOUR = /(?<![\d.,/:-])(\d{1,2})\.(\d{1,2})(?=,? (?:בשעה |ב-?)\d{1,2}:\d\d)/gu;

/** Every date of a text in words but those with a slash that nothing announces. */
export function speakDates(text: string): string {
  return text
    .replace(ISO, (match, year: string, month: string, day: string) => dateInWords(day, month, year) ?? match)
    .replace(SPAN_OF_YEAR, (match: string, ...found: (string | undefined)[]) => {
      const [day = "", , month, year, last = "", , lastMonth = "", lastYear] = found;
      const before = String(found.at(-1)).slice(0, Number(found.at(-2)));
      return spanInWords(before, [day, month, year], [last, lastMonth, lastYear]) ?? match;
    })
    .replace(
      NUMERIC,
      (match, day: string, _sign, month: string, year: string) => dateInWords(day, month, year) ?? match,
    )
    .replace(QUARTER_NAMED, (_, the: string, quarter: string) => {
      return `${the}רבעון ${the === "" ? "" : "ה"}${ordinal(Number(quarter), "m")}`;
    })
    .replace(QUARTER, (_, quarter: string, year?: string) => {
      return `רבעון ${ordinal(Number(quarter), "m")}${year ? ` ${yearWords(year)}` : ""}`;
    })
    .replace(MONTH_OF_YEAR, (_, month: string, year?: string, next?: string, valid?: string) => {
      return `${MONTHS[Number(month) - 1]} ${yearWords(year ?? next ?? valid ?? "")}`;
    })
    .replace(SPAN_POINTS, (match, day: string, month: string, last: string, lastMonth: string, at, whole: string) => {
      return spanInWords(whole.slice(0, at), [day, month], [last, lastMonth]) ?? match;
    })
    .replace(DAYS_OF_MONTH, (match, day: string, last: string, month: string, at, whole: string) => {
      return spanInWords(whole.slice(0, at), [day], [last, month]) ?? match;
    })
    .replace(DAYS_POINT, (match, day: string, last: string, month: string) => {
      const until = dateInWords(last, month);
      return until ? `${dayWord(day)} עד ${until}` : match;
    })
    .replace(NAMED, (_, day: string, link: string | undefined, last: string | undefined, to: string, month: string) => {
      return `${days(day, link, last)} ${to || "ב"}${month}`;
    })
    .replace(OF_MONTH, (_, day: string, link?: string, last?: string) => days(day, link, last))
    .replace(SHORT, (match, day: string, month: string) => dateInWords(day, month) ?? match)
    .replace(AFTER_PREFIX, (match: string, day: string, month: string, at: number, whole: string) => {
      const amount = asAmount(whole.slice(0, at), match, whole.slice(at + match.length));
      return amount ?? dateInWords(day, month) ?? match;
    })
    .replace(UNTIL, (match, day: string, month: string) => dateInWords(day, month) ?? match)
    .replace(BEFORE_HOUR, (match, day: string, month: string) => dateInWords(day, month) ?? match);
}

/** "חמישה עשר במאי"; null when there is no such day. */
export function dateInWords(day: string, month: string, year?: string): string | null {
  const name = MONTHS[Number(month) - 1];
  if (!name || Number(day) < 1 || Number(day) > 31) return null;
  return `${dayWord(day)} ב${name}${year ? ` ${yearWords(year)}` : ""}`;
}

/** From a day of the same month or from a date to a date: "עשרים עד עשרים ושבעה ביולי"; null when there is no such day. */
function spanInWords(
  before: string,
  [day, month, year]: [string, string?, string?],
  [last, lastMonth, lastYear]: [string, string, string?],
): string | null {
  if (!month && Number(day) >= Number(last)) return null;
  const first = month ? dateInWords(day, month, year) : dayWord(day);
  const until = dateInWords(last, lastMonth, lastYear);
  return first && until && `${first}${isBetween(before) ? " ל" : " עד "}${until}`;
}

/** One day or two, each masculine; a dash between them is "עד". */
function days(day: string, link?: string, last?: string): string {
  if (!link || !last) return dayWord(day);
  return `${dayWord(day)}${link.trim() === "-" ? " עד " : link.replace("-", "")}${dayWord(last)}`;
}

/** "חמישה עשר": days are masculine. */
export function dayWord(day: string): string {
  return cardinal(Number(day), "m");
}

/** Two digits mean this century up to 49: "26" is 2026. */
function yearWords(year: string): string {
  const number = Number(year);
  return cardinal(year.length === 4 ? number : number + (number < 50 ? 2000 : 1900), "f");
}
