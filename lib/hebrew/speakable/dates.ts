/** Dates: days are masculine (החמישה עשר במאי), years are numbers. */
import { cardinal } from "./cardinals.ts";
import { GLUE } from "./pattern.ts";

const MONTHS = "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר".split(" ");
const HEBREW_MONTHS = "תשרי חשוון כסלו טבת שבט אדר ניסן אייר סיוון תמוז אב אלול".split(" ");
const NAMES = [...MONTHS, "מרס", ...HEBREW_MONTHS].join("|");

const ISO = new RegExp(`(?<!\\d)${GLUE}(\\d{4})-(\\d\\d)-(\\d\\d)(?![\\d-])`, "gu");
const NUMERIC = new RegExp(`(?<![\\d./-])${GLUE}(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/]|[.-]\\d)`, "gu");
const NAMED = new RegExp(`(?<![\\d.:,/])${GLUE}(\\d{1,2})(?:( ?- ?| עד )(\\d{1,2}))? (ב?)(${NAMES})(?![א-ת])`, "gu");
const OF_MONTH = /(?<![\d.:,/])(?<=ה)-?(\d{1,2})(?= [בל]חודש)/gu;
/** Day and month alone look like a decimal or a fraction, so a word before them must tell: "בתאריך 3.5", "יום ראשון, 3/5". */
const SHORT = new RegExp(`(?<=(?:תאריך|היום|מחר|יום [א-ת]+׳?),? )${GLUE}(\\d{1,2})[./](\\d{1,2})(?![\\d./]*\\d)`, "gu");
/** After a prefix a slash is a date, and a point is one unless something is counted: "ל-12/8", "ב-20.10 בערב". */
const AFTER_PREFIX =
  /(?<=(?<![\p{L}\p{M}])[בלהמ])-(?!1\/[234](?!\d))(\d{1,2})(?:\/(\d{1,2})|\.(\d{1,2})(?!%| ?[₪$€]| (?!ב)[א-ת]{2}))(?![\d./]*\d)/gu;

const DAY_LETTERS = ["א", "ב", "ג", "ד", "ה", "ו"];
const DAYS = ["ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי"];
const LETTER = "[א-ו](?:׳(?![א-ת])|(?![א-ת׳״]|-?\\d))";
/** "יום א׳", "ימים א׳-ה׳", "בימים א׳, ג׳ ו-ה׳" */
const WEEKDAYS = new RegExp(
  `(?<=(?<![\\p{L}\\p{M}])[ובלהמש]*(?:יום|ימים|ימי) )${LETTER}(?:(?: ?- ?| עד |, ?| ו-?|, ו-?)[א-ו]׳(?![א-ת]))*`,
  "gu",
);

/** Every date of a text in words, the letters of weekdays as well. */
export function speakDates(text: string): string {
  return text
    .replace(WEEKDAYS, weekdays)
    .replace(ISO, (match, year: string, month: string, day: string) => inWords(day, month, year) ?? match)
    .replace(NUMERIC, (match, day: string, _sign, month: string, year: string) => inWords(day, month, year) ?? match)
    .replace(NAMED, (_, day: string, until: string | undefined, last: string | undefined, _in, month: string) => {
      return `${dayWord(day)}${until && last ? ` עד ${dayWord(last)}` : ""} ב${month}`;
    })
    .replace(OF_MONTH, (_, day: string) => dayWord(day))
    .replace(SHORT, (match, day: string, month: string) => inWords(day, month) ?? match)
    .replace(AFTER_PREFIX, (match, day: string, slash?: string, point?: string) => {
      return inWords(day, slash ?? point ?? "") ?? match;
    });
}

function inWords(day: string, month: string, year?: string): string | null {
  const name = MONTHS[Number(month) - 1];
  if (!name || Number(day) < 1 || Number(day) > 31) return null;
  return `${dayWord(day)} ב${name}${year ? ` ${yearWords(year)}` : ""}`;
}

function dayWord(day: string): string {
  return cardinal(Number(day), "m");
}

/** Two digits mean this century up to 49: "26" is 2026. */
function yearWords(year: string): string {
  const number = Number(year);
  return cardinal(year.length === 4 ? number : number + (number < 50 ? 2000 : 1900), "f");
}

/** "א׳-ה׳" is ראשון עד חמישי. */
function weekdays(letters: string): string {
  return letters
    .replace(/ו-?(?=[א-ו]׳)/g, "+")
    .replace(/([א-ו])׳?/g, (letter, name: string) => DAYS[DAY_LETTERS.indexOf(name)] ?? letter)
    .replace(/ ?- ?/g, " עד ")
    .replace(/\+/g, "ו");
}
