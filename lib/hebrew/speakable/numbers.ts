/** The last digits of a text become words, in the gender of what they count. */
import { cardinal, counting, countingDefinite, digitByDigit, type Gender, TOO_LARGE } from "./cardinals.ts";
import {
  constructOf,
  dualOf,
  isConstruct,
  isLabelled,
  looksLikeConstruct,
  type Noun,
  nounOf,
  PLACES,
  staysOne,
  staysOneOfMany,
} from "./nouns.ts";
import { GLUE, prefixAtEnd } from "./pattern.ts";
import { endsWithKnownStreet } from "./streets.ts";

/** "1,250,000", "3.5", "12". */
export const NUMBER = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";

const PARTS: Record<string, string> = { 5: "חצי", 50: "חצי", 25: "רבע" };
const SCALES: Record<string, number> = { אלף: 1e3, אלפים: 1e3, מיליון: 1e6, מיליונים: 1e6, מיליארד: 1e9 };
/** "שולחן ל-4" is a table for four people, "זוג + 2" a couple with two children. */
const FOR_PEOPLE =
  /(?:(?:שולחן|שולחנות|מקום|ארוחה|אבא|אימא|אמא|הורים) ל-?|(?<![א-ת])[לו]?(?:זוג|נשוי|נשואה|נשואים|גרוש|גרושה|אלמן|אלמנה) פלוס )$/;
/** Longer bare runs of digits are codes: nobody writes a price of ten million without commas or a currency. */
const LONGEST_COUNT = 6;

/** "המחיר הוא 2450000": too long to be counted and yet no code. */
const PRICED =
  /(?:מחיר|עלות|סכום|שווי|תקציב|הצעה|שולם|עולה|עולים|נמכר|נמכרה)(?![א-ת])(?: (?!מספר)[א-ת]{1,7}){0,2}:? (?:[בלמכ]-?)?$/u;

const SPOKEN = new RegExp(
  `(?:(?<article>(?<![\\p{L}\\p{M}])ה)-?|${GLUE})(?<number>${NUMBER})(?:(?<between> עד | או | על | פלוס | ל-?| ו-?(?=${NUMBER}\\s(?:אלף|מיליון|מיליארד)))(?<second>${NUMBER}))?` +
    `(?<part> ו(?:חצי|רבע)(?![א-ת]))?(?:\\s?-?(?<scale>אלפים|אלף|מיליונים|מיליון|מיליארד)(?![א-ת]))?` +
    `(?:[ -](?!${PLACES})(?<noun>[א-ת]{2,}(?:[׳״][א-ת]+)*׳?|[א-ת](?:[׳״][א-ת]+)+׳?)(?![\\p{L}\\p{M}׳״])(?=(?<label>\\s*-?\\d)?)(?=(?<next> (?!של|עם|על|את|לא|או)[א-ת]{2,})?))?`,
  "gu",
);

/** "2, 3 או 4 חדרים", "2 ו-3 חדרים" */
const ROW =
  /(?<![\d.,:/\-\p{L}])(?:\d{1,2}(?:\.5)?, )*\d{1,2}(?:\.5)?,? (?:או |ו-)(?=(\d{1,2}(?:\.5)?) ([א-ת]{2,})(?![\p{L}\p{M}׳״]))/gu;

/** Numbers in words: "2 דירות" is שתי דירות, "ב-3" is בשלוש, "ה-5" after a noun is החמישית. */
export function speakNumbers(text: string): string {
  return speakEach(text.replace(ROW, speakRow));
}

function speakEach(text: string): string {
  return text.replace(SPOKEN, (match: string, ...rest) => {
    const found = rest.at(-1) as Record<string, string | undefined>;
    const at = rest.at(-3) as number;
    const before = text.slice(0, at);
    const after = text.charAt(at + match.length);
    const spoken = speakOne(found, before);
    const tight = /[\p{L}\p{M}׳]$/u.test(before) && prefixAtEnd(before) === "";
    return `${tight ? " " : ""}${spoken}${/[\p{L}\d]/u.test(after) ? " " : ""}`;
  });
}

/** The numbers before the last of a row have the gender of what it counts, too. */
function speakRow(row: string, last: string, word: string, at: number, text: string): string {
  const noun = nounOf(word);
  const values = Array.from(`${row}${last}`.matchAll(/\d+(?:\.5)?/g), ([number]) => Number(number));
  const rising = values.every((value, place) => place === 0 || value > (values[place - 1] ?? value));
  if (!noun || !isListedPlural(word) || !rising || isLabelled(text.slice(0, at))) return row;
  return row.replace(/\d+(?:\.5)?/g, (number) => alone(read(number), noun.gender));
}

function speakOne(found: Record<string, string | undefined>, before: string): string {
  const { article, number = "", between, second, part, scale, noun: word, label, next } = found;
  const labelled = isLabelled(before) || endsWithKnownStreet(before);
  const amount = read(second ?? number, part);
  const noun =
    word && (!label || isListedPlural(word))
      ? (nounAfter(word, labelled, scale ? null : amount) ?? unlisted(word, labelled || number === "1", before, next))
      : null;
  const tail = word ? ` ${word}` : "";
  if (between && second) {
    const gender = scale ? "m" : (noun?.gender ?? "f");
    const link = between.replace(/(?<= [לו])-$/, "");
    const first = read(number);
    // "אחד עד שני ימים": beside another number two stays a number.
    const to = scale || amount.fraction ? quantity(amount, scale, noun, tail) : counted(amount, noun, tail, true);
    // "2.6 עד 2.8 מיליון": each part of a million is said in thousands.
    const from =
      scale && first.fraction && !PARTS[first.fraction] ? quantity(first, scale, null, "") : alone(first, gender);
    return `${article ?? ""}${from}${link}${to}`;
  }
  if (isCode(number, scale, noun, PRICED.test(before.slice(-40))))
    return `${article ?? ""}${digitByDigit(number.replace(/\D/g, ""))}${tail}`;
  if (article && noun?.plural && takesArticle(amount, scale)) {
    return `${countingDefinite(amount.whole, noun.gender)} ${noun.definite ? "" : article}${word}`;
  }
  if (!noun && !amount.fraction && !scale && FOR_PEOPLE.test(before)) return `${cardinal(amount.whole, "m")}${tail}`;
  return `${article ?? ""}${quantity(amount, scale, noun, tail)}`;
}

interface Amount {
  whole: number;
  /** The same as it was written, for numbers that nobody counts to. */
  digits: string;
  /** The digits behind the point, without zeros at the end. */
  fraction: string;
}

function read(number: string, part?: string): Amount {
  const [whole = "0", fraction = ""] = number.replace(/,/g, "").split(".");
  const more = part ? (part.includes("חצי") ? "5" : "25") : "";
  return { whole: Number(whole), digits: whole, fraction: fraction.replace(/0+$/, "") || more };
}

function quantity(amount: Amount, scale: string | undefined, noun: Noun | null, tail: string): string {
  if (scale) return scaledQuantity(amount, SCALES[scale] ?? 1, noun, tail);
  if (amount.fraction) return fractional(amount, noun, tail);
  const dual = amount.whole === 2 && noun ? dualOf(noun) : undefined;
  return dual ?? counted(amount, noun, tail);
}

/** A whole number with what it counts; beside another number ("4 פלוס 1 חדרים") the one stays a number, too. */
function counted(amount: Amount, noun: Noun | null, tail: string, beside = false): string {
  const { whole } = amount;
  if (!noun || whole >= TOO_LARGE) return `${alone(amount, "f")}${tail}`;
  const { gender, singular, definite } = noun;
  if (beside && whole === 1 && noun.plural) return `${cardinal(1, gender)}${tail}`;
  if (whole === 1 && singular && !definite) return `${singular} ${cardinal(1, gender)}`;
  if (tail === "") return cardinal(whole, gender);
  if (noun.described) return `${cardinal(whole, gender)}${tail}`;
  return `${definite ? countingDefinite(whole, gender) : counting(whole, gender)}${tail}`;
}

/** "ה-3 חדרים": the article goes over to the noun, שלושת החדרים. */
function takesArticle({ whole, fraction }: Amount, scale: string | undefined): boolean {
  return !scale && !fraction && whole >= 2 && whole <= 10;
}

function fractional(amount: Amount, noun: Noun | null, tail: string): string {
  const { whole, fraction } = amount;
  const part = PARTS[fraction];
  const one = noun?.singular ? ` ${noun.singular}` : tail;
  if (part && whole === 0) return `${part}${noun ? one : tail}`;
  if (part && whole === 1 && noun?.singular) return `${noun.singular} ו${part}`;
  const dual = whole === 2 && noun ? dualOf(noun) : undefined;
  if (part && dual) return `${dual} ו${part}`;
  return `${alone(amount, noun?.gender ?? "f")}${tail}`;
}

/** Without its noun: "שתיים", "שלושה וחצי", "ארבע נקודה אפס חמש". */
function alone({ whole, digits: written, fraction }: Amount, gender: Gender): string {
  if (whole >= TOO_LARGE) return digitByDigit(written);
  if (!fraction) return cardinal(whole, gender);
  const part = PARTS[fraction];
  if (part) return whole === 0 ? part : `${cardinal(whole, gender)} ו${part}`;
  const digits = fraction.length > 2 || fraction.startsWith("0");
  return `${cardinal(whole, "f")} נקודה ${digits ? digitByDigit(fraction) : cardinal(Number(fraction), "f")}`;
}

/** "3 אלפים" and "1.2 מיליון" are whole numbers; a million and a half is said as such. */
function scaledQuantity(amount: Amount, scale: number, noun: Noun | null, tail: string): string {
  const { whole, fraction } = amount;
  const name = scale === 1e3 ? "אלף" : scale === 1e6 ? "מיליון" : "מיליארד";
  const part = PARTS[fraction];
  if (whole * scale >= TOO_LARGE) return `${alone(amount, "m")} ${name}${tail}`;
  if (part && scale > 1e3) {
    if (whole === 0) return `${part} ${name}${tail}`;
    return whole === 1 ? `${name} ו${part}${tail}` : `${cardinal(whole, "m")} ו${part} ${name}${tail}`;
  }
  const value = Math.round(Number(`${whole}.${fraction || 0}`) * scale);
  return `${cardinal(value, noun?.gender ?? "f")}${tail}`;
}

/** The word after the number, when it is what is counted. After "קומה" a number is a name, unless a plural follows. */
function nounAfter(word: string, labelled: boolean, amount: Amount | null): Noun | null {
  const noun = nounOf(word);
  if (!noun) return null;
  if (!noun.plural && amount && !amount.fraction && amount.whole >= 2) {
    // "3 תנאי תשלום": one and many look alike before another noun.
    if (amount.whole <= 10 && isConstruct(word)) return labelled ? null : constructOf(word);
    if (!(amount.whole <= 10 ? staysOne(word) : staysOneOfMany(word))) return null;
  }
  return labelled && !(noun.plural && (noun.singular !== null || isConstruct(word))) ? null : noun;
}

/** "2 כדורים 3 פעמים"; in "הרצל 1 דירה 3" the second number belongs to the word. */
function isListedPlural(word: string): boolean {
  const noun = nounOf(word);
  return noun?.plural === true && noun.singular !== null;
}

/** "3 תלושי שכר": a form before another noun that no list has. After a prefix it may be a name: "ב-5 מרדכי כהן". */
function unlisted(word: string, labelled: boolean, before: string, next: string | undefined): Noun | null {
  if (labelled || !next || /[בלמ]$/.test(prefixAtEnd(before)) || !looksLikeConstruct(word)) return null;
  return nounOf(word) ? null : constructOf(word);
}

function isCode(number: string, scale: string | undefined, noun: Noun | null, priced: boolean): boolean {
  if (/^0\d/.test(number)) return true;
  const digits = /^\d+/.exec(number)?.[0].length ?? 0;
  return digits > 12 || (digits > LONGEST_COUNT && !scale && !noun && !priced && !number.includes(","));
}
