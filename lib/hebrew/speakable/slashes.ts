/** Two numbers and a slash are a date, an address, a choice or a score, as the words beside them tell: 15/5, הרצל 12/5. */
import { dateInWords, dayWord } from "./dates.ts";
import { LABELS, nounOf } from "./nouns.ts";
import { GLUE, isBetween, PREFIX } from "./pattern.ts";
import { endsWithKnownStreet, endsWithStreetWord, STREETS } from "./streets.ts";

const EDGE = "(?<![\\d.,:/*]|\\d-|[A-Za-z]-?)";
const END = "(?![\\d/:%]|[.,]\\d)";
/** "15/5-18/5", "12-15/8" */
const DATE_SPAN = new RegExp(`${EDGE}${GLUE}(\\d{1,2})(?:/(\\d{1,2}))? ?- ?(\\d{1,2})/(\\d{1,2})${END}`, "gu");
const PAIR = new RegExp(`${EDGE}(?:(?<=(?<![\\p{L}\\p{M}])(${PREFIX}))-?)?(\\d{1,3})/(\\d{1,3})${END}`, "gu");

/** "בקומה 2/5", "קומה: 2/5", "קומה ה-2/5": a floor, and how many the building has. */
const FLOOR =
  /(?<=(?<![א-ת])[ובהלמש]{0,3}(?:קומה|קומת קרקע|קומ׳|ק׳)(?::? |:)?(?:ה-?)?-?)(\d{1,3}) ?\/ ?(\d{1,3})(?![\d/])/gu;

/** Also "all day, all week". */
const FRACTION = /^(?:1\/[234]|2\/3|3\/4|24\/7)$/;
/** What a part is taken of: "ב-1/2 מחיר", "ב-3/4 מהמקרים". */
const WHOLE = /^ (?:שעה|שנה|יום|מיליון|מחיר|דונם|קילו|כוס|של|מה[א-ת]|מכל)/u;
const OF_TEN = /(?:ציון|דירוג|הציון|הדירוג)(?: (?:הוא|שלנו|שלכם|של))?:? $/u;
const PRESSURE = /לחץ ה?דם(?: של)?:? $/u;
/** The plan for urban renewal, with its amendment. */
const RENEWAL = /תמ״?א $/u;
const AREA_NEXT = /^ ?(?:מ״ר|מטר)/u;
const ADDRESS = new RegExp(
  [
    `(?<![א-ת])[ובלמש]{0,2}(?:${STREETS})`,
    "(?:כתובת|כתובתנו|גר|גרה|גרים|גרות|ממוקם|ממוקמת|נמצא|נמצאת|נמצאים)(?![א-ת])[^.!?\\d]*[א-ת׳״]{3,}",
    "(?:נכס|דירה|דירת|בית|משרד|סניף|בניין|חדרים|פנטהאוז)(?![א-ת])[^.!?\\d]*(?<![א-ת])[בל][א-ת׳״]{2,}(?: [א-ת׳״]{2,})?",
  ]
    .map((words) => `(?:${words}) $`)
    .join("|"),
  "u",
);
/** Nothing but a name and the numbers: "הרצל 12/5, תל אביב". */
const NAME_ONLY = /(?:^|[.,:;!?(] ?)(?!ה?(?:דירה|בית|נכס|משרד) )[א-ת׳״]{3,}(?: [א-ת׳״]{2,})? $/u;
const NAMED = /[א-ת׳״]{3,} $/u;
const ALL_SAID = /^\s*(?:[.,;)?!]|$)/u;
/** After these neither a date nor a flat comes. */
const NUMBERED = new Set([...LABELS, "יחס", "מידה", "מידות", "גודל", "ראייה", "מתוך", "שבר"]);
/** Says so beyond doubt, also of 1/2 and of 3/4. */
const ANNOUNCED =
  /(?:תאריך|תאריכים|מועד|יום)(?![א-ת])[^.!?\d]{0,20}$|(?<!\d )(?<![א-ת])ה?(?:כניסה|פינוי|אכלוס):? $|(?<![א-ת])[בלהמ]-\d{1,2}\/\d{1,2} (?:ו?עד|או|ו) ?$/u;
/** Words before a date; what is said of flats and of prices does not stand here. */
const DATED = new RegExp(
  `(?<![א-ת])[ובהלמשכ]{0,3}(?:${[
    "תאריך|תאריכים|תאריכי|מועד|יום|היום|מחר|מחרתיים|אתמול|הקרוב|הבא|שבת|בוקר|ערב|צהריים|ראשון|שני|שלישי|רביעי|חמישי|שישי",
    "פגיש[הת]|פגישות|נפגש|ניפגש|נפגשים|תור|תורים|סיור|סיורים|ביקור|שיחה|הדגמה|טיפול|בדיקה|שיעור|אירוע|חתונה|טכנאי",
    "כניסה|כניסת|פינוי|אכלוס|מסירה|חתימה|הגעה|משלוח|אספקה|תשלום|צ׳ק|חיוב|תוקף|חופשה",
    "עד|החל|מאז|בין|או|גם|רק|ולא|לא|נקבע|נקבעה|קבענו|קבעתי|נדחה|נדחתה|הוזז|הוזזה|הועבר|הועברה|עובר|עוברת|בוטל|בוטלה|שולם|נשלח",
    "יגיע|תגיע|יגיעו|נגיע|מגיע|מגיעה|מגיעים|יצא|יצאה|יוצא|יוצאת|יבוא|תבוא|יחזור|תחזור|נחזור|התקבל|נכנס|נכנסת|נכנסים|מתחיל|מתחילה|מסתיים|נגמר|נפתח|נסגר|נולד|נולדה",
    "מתפנה|מתפנית|התפנה|התפנתה|יתפנה|תתפנה|פנוי|פנויה|פנויים|פנויות|פתוח|פתוחים|סגור|סגורים|זמין|זמינה|מתאים|מתאימה|אפשר|יש|אין|הוא|היא|זה|יהיה|תהיה|יהיו|חל|חלה|נשאר|מתקיים|מתקיימת",
  ].join("|")}|(?<![א-ת])(?:אליך|אליכם|לך|לכם))[:,]? $`,
  "u",
);
const HOUR_NEXT = /^,? (?:בשעה|בבוקר|בערב|בצהריים|אחרי? הצ|ב-?\d{1,2}:\d\d|\d{1,2}:\d\d)/u;

/** Dates in words; addresses, choices and scores with a word between their numbers. Fractions are left to later steps. */
export function speakSlashes(text: string): string {
  return text
    .replace(/גו״ח:? (\d+)\/(\d+)/g, "גוש $1 חלקה $2")
    .replace(/(?<![\d.,/])(20\d\d)\/(?=(20)?\d\d(?![\d/]))/g, (_, year: string, full?: string) => {
      return `${year}${full ? ", " : " "}`;
    })
    .replace(FLOOR, "$1 מתוך $2")
    .replace(
      DATE_SPAN,
      (
        match,
        day: string,
        month: string | undefined,
        lastDay: string,
        lastMonth: string,
        at: number,
        whole: string,
      ) => {
        const last = dateInWords(lastDay, lastMonth);
        const first = month ? dateInWords(day, month) : Number(day) < Number(lastDay) ? dayWord(day) : null;
        return first && last ? `${first}${isBetween(whole.slice(0, at)) ? " ל" : " עד "}${last}` : match;
      },
    )
    .replace(
      PAIR,
      (match: string, prefix: string | undefined, first: string, second: string, at: number, whole: string) => {
        const before = whole.slice(Math.max(0, at - 60), at);
        const after = whole.slice(at + match.length);
        return pair({ before, prefix, first, second, after }) ?? match;
      },
    );
}

interface Pair {
  before: string;
  /** The letters glued to it: "ב" of ב-15/5. */
  prefix: string | undefined;
  first: string;
  second: string;
  after: string;
}

/** Null: a fraction, or nothing that we know. */
function pair({ before, prefix, first, second, after }: Pair): string | null {
  if (isChoice(first, second, after)) return `${first} או ${second}`;
  if (!ANNOUNCED.test(before) && !prefix && isPartOf(first, second, after)) return `${first} מתוך ${second}`;
  if (OF_TEN.test(before)) return `${first} מתוך ${second}`;
  // "220/450 מ״ר" is what is built, on how large a plot.
  if (PRESSURE.test(before) || AREA_NEXT.test(after)) return `${first} על ${second}`;
  // The sizes of a tyre.
  if (/^ ?R\d/.test(after)) return `${first} ${second}`;
  if (RENEWAL.test(before) || isSplit(first, second)) return `${first} ${second}`;
  if (endsWithStreetWord(before)) return null;
  if (!prefix && endsWithKnownStreet(before)) return `${first} דירה ${second}`;
  const date = dateInWords(first, second);
  const fraction = FRACTION.test(`${first}/${second}`);
  if (prefix) return fraction && (WHOLE.test(after) || !/[בלהמ]$/.test(prefix)) ? null : date;
  if (date && (ANNOUNCED.test(before) || HOUR_NEXT.test(after))) return date;
  if (fraction || NUMBERED.has(/([א-ת]+):? $/u.exec(before)?.[1] ?? "")) return null;
  const address = ADDRESS.test(before) || (NAME_ONLY.test(before) && ALL_SAID.test(after)) || !date;
  if (address && NAMED.test(before) && !DATED.test(before)) return `${first} דירה ${second}`;
  return date;
}

/** "3/4 חדרים" are three or four rooms. */
function isChoice(first: string, second: string, after: string): boolean {
  const noun = nounOf(/^ ([א-ת]+)/u.exec(after)?.[1] ?? "");
  return noun?.plural === true && noun.singular !== null && Number(second) === Number(first) + 1;
}

/** "נשארו 7/24 דירות" */
function isPartOf(first: string, second: string, after: string): boolean {
  const noun = nounOf(/^ ([א-ת]+)/u.exec(after)?.[1] ?? "");
  return noun?.plural === true && noun.singular !== null && Number(first) < Number(second) && Number(second) > 5;
}

/** "20/80": shares of a whole, as of a price that is paid in two parts. */
function isSplit(first: string, second: string): boolean {
  return Number(first) + Number(second) === 100;
}
