/** Numbers that are dialled or copied, not counted: digit by digit, in groups, with a pause between them. */
import { digitByDigit } from "./cardinals.ts";
import { GLUE } from "./pattern.ts";

const EDGE = "(?<![\\d.,:/]|\\d-)";
const END = "(?![\\d]|[-.,:/]\\d)";
const SEP = "[-\\s]?";

/** "(052) 111-2233" */
const AREA_IN_BRACKETS = /\((0\d{1,2})\)[-\s]?(?=\d)/g;
/** "חייגו כוכבית 5544": nothing is counted by so many. */
const STAR_SAID =
  /(?<=(?<![א-ת])[ובלהמ]{0,2}כוכבית)[ -]\*?(?=\d{3,5}(?![\d*,.]*\d))(\d+)(?! [א-ת]+(?:ים|ות)(?![א-ת]))/g;
const STAR = new RegExp(`${GLUE}(?:\\*(\\d{3,5})(?![\\d*])|(?<!\\d)(\\d{4})\\*(?!\\s?\\d))`, "gu");
const ISRAELI = new RegExp(
  `${EDGE}${GLUE}(?:\\+972${SEP}\\(?0?\\)?|972(?=\\d{8,9}(?!\\d))|0)(?:([57]\\d)|([2-4689]))${SEP}(\\d{3})${SEP}(\\d\\d)${SEP}(\\d\\d)(?:/(\\d{1,2}))?${END}`,
  "gu",
);
const TOLL_FREE = new RegExp(
  `${EDGE}${GLUE}1${SEP}([5-9])00${SEP}(\\d{2,3}${SEP}\\d{2,3}(?:${SEP}\\d{2})?)${END}`,
  "gu",
);
const ABROAD = new RegExp(`${EDGE}${GLUE}\\+(\\d{1,3}(?:[-\\s]?\\d{2,5}){2,5})${END}`, "gu");
const CODE = new RegExp(`${EDGE}${GLUE}(\\d+(?:-\\d+){2,})${END}`, "gu");
/** Identity numbers, postcodes and the like: a long run of digits that nothing counts. */
const LONG = /(?<![\d.,])(\d{9})(?!\d|[.,]\d|\s?(?:[₪$€%]|ש״ח|שקל))/g;
const NAMED_CODE =
  /((?:מספר|מס׳) ה?(?:הזמנה|לקוח|פנייה|פניה|אישור|כרטיס|רכב|תיק|זהות|חשבון|חשבונית|משלוח|קבלה|נכס|מודעה)(?: הוא| שלכם)?|מסתיי[א-ת]+ ב-?|קוד(?: ה?[א-ת]+)?(?: הוא)?|ה?סיסמ[הא](?: (?:של[א-ת]+|היא|הוא)){0,2}|(?:הזמנה|פנייה|פניה|לקוח|תיק|חשבונית|משלוח|קבלה|נכס|מודעה|רישיון) (?:מספר|מס׳)|רישיון(?: (?:תיווך|נהיגה|עסק))?(?=:? \d{5})|אסמכתא|מיקוד|ת\.ז\.|ח\.פ\.|(?:חשבון|מודעה)(?=:? \d{5})|פין|PIN)((?:: ?| |(?<=ב-?)))(#?)(\d{3,12}(?:-\d{1,2}(?![\d-]))?)(\*?)(?![\d.,]*\d|-\d)/g;
/** A code as it is typed: the key comes last. After "dial" it is a star number. */
const TYPED = /(?<=(?:הקש|הקישו|הקישי|להקיש|לחצו|לחצי|ללחוץ)(?: (?:על|את|אז|קודם))? )(\d{3,12})\*(?!\s?\d)/g;

/** Phone, star and identity numbers in words. */
export function speakPhones(text: string): string {
  return text
    .replace(NAMED_CODE, (_, name: string, space: string, hash: string, number: string, star: string) => {
      return `${name}${space}${hash && "סולמית, "}${groups(threes(number.replace("-", "")))}${star && ", כוכבית"}`;
    })
    .replace(TYPED, (_, number: string) => `${groups(threes(number))}, כוכבית`)
    .replace(STAR_SAID, (_, number: string) => `, ${groups(pairs(number))}`)
    .replace(AREA_IN_BRACKETS, "$1-")
    .replace(STAR, (_, after?: string, before?: string) => `כוכבית, ${groups(pairs(after ?? before ?? ""))}`)
    .replace(ISRAELI, (_, mobile: string | undefined, area: string | undefined, ...rest: string[]) => {
      const [three = "", two = "", last = "", other] = rest;
      return `${groups([`0${mobile ?? area ?? ""}`, three, two + last])}${orAlso(other)}`;
    })
    .replace(TOLL_FREE, (_, hundreds: string, number: string) => {
      return `אחת ${digitByDigit(hundreds)} מאות, ${groups(number.split(/[-\s]/).flatMap(threes))}`;
    })
    .replace(ABROAD, (_, number: string) => `פלוס ${groups(number.split(/[-\s]/).flatMap(threes))}`)
    .replace(CODE, (match, number: string) => (isDate(number) ? match : groups(number.split("-").flatMap(threes))))
    .replace(LONG, (_, number: string) => groups(threes(number)));
}

function groups(digits: readonly string[]): string {
  return digits.map(digitByDigit).join(", ");
}

/** "1234567/8": a second line that differs only at its end. */
function orAlso(digits: string | undefined): string {
  return digits ? ` או ${digitByDigit(digits)}` : "";
}

function pairs(digits: string): string[] {
  return digits.length === 4 ? [digits.slice(0, 2), digits.slice(2)] : threes(digits);
}

/** Groups of three; one digit is never left alone at the end. */
function threes(digits: string): string[] {
  if (digits.length <= 4) return [digits];
  return [digits.slice(0, 3), ...threes(digits.slice(3))];
}

function isDate(number: string): boolean {
  return /^(?:\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2}))$/.test(number);
}
