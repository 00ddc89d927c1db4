/** One of what has a name of two words: "1 חדר שינה" is חדר שינה אחד. */
import { cardinal, countingDefinite } from "./cardinals.ts";
import { constructOf, isConstruct, isLabelled, nounOf, singularConstructOf } from "./nouns.ts";
import { GLUE } from "./pattern.ts";

/** The second words of such names. */
const SECOND = (
  "שינה רחצה עבודה ארונות אורחים ילדים משפחה הורים חניה חנייה שמש דיור מגורים גן גג סטודיו ייעוץ היכרות אוכל רכבת שירות " +
  "שכר חשבון דין שבוע ספר חולים חשמל מים גז זהות בנק מידע ביטוח מסחר אחסון כביסה טיפול טיפולים עסק עסקים קפה יין לימוד " +
  "אוויר מיזוג ניקיון משרדים תיווך שכירות מכר רכב אשראי תשלום פלדלת מקצוע תקשורת"
).replaceAll(" ", "|");
const PAIR = "([א-ת]{2,}) ([א-ת]{2,})(?![א-ת׳״])";
const ONE = new RegExp(`(?<![\\d.,:/-]|\\d )${GLUE}1 ${PAIR}`, "gu");
/** Their first word alone is a name or a verb. */
const WHOLE = /^(?:דוד (?:שמש|חשמל)|רואה חשבון)$/;
const NAMED_BY = new RegExp(`^(?:${SECOND})$`);
/** "ה-2 חדרי שינה" */
const DEFINITE = new RegExp(`(?<=(?<![א-ת])[ובלמכש]?)ה-?([2-9]|10) ${PAIR}`, "gu");

/** Such names with their one behind them, and with the article inside: שני חדרי השינה. */
export function speakOnes(text: string): string {
  return text
    .replace(ONE, (match: string, first: string, second: string, at: number, whole: string) => {
      if (WHOLE.test(`${first} ${second}`)) return `${first} ${second} אחד`;
      const noun = singularConstructOf(first) ?? (NAMED_BY.test(second) ? nounOf(first) : null);
      if (!noun || noun.plural || noun.definite || isLabelled(whole.slice(0, at))) return match;
      return `${first} ${second} ${cardinal(1, noun.gender)}`;
    })
    .replace(DEFINITE, (match: string, number: string, first: string, second: string) => {
      if (!isConstruct(first)) return match;
      const counted = countingDefinite(Number(number), constructOf(first).gender);
      return `${counted} ${first} ${second.startsWith("ה") ? second : `ה${second}`}`;
    });
}
