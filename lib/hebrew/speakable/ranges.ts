/** A dash between two numbers: a span of one thing, or a pause between two things ("הרצל 12 - 3 חדרים"). */
import { isLabelled, nounOf, singularConstructOf, staysOne } from "./nouns.ts";
import { isBetween, PREFIX } from "./pattern.ts";
import { endsWithStreet } from "./streets.ts";

const SCALES: Record<string, number> = { אלף: 1e3, מיליון: 1e6, מיליארד: 1e9 };
const UNIT = `\\s?(?:[₪%$€£]|ש״ח|(?:${Object.keys(SCALES).join("|")})(?![א-ת]))`;
const DASHED = new RegExp(
  `(?<![\\d.:/]|(?<!(?<![\\p{L}\\p{M}])(?:${PREFIX}))-|[A-Za-z]-?)(?<from>\\d[\\d,.:]*)(?<unit>${UNIT})?(?<dash>\\s*-\\s*)` +
    `(?=(?<sign>[₪$€£]?)\\s?(?<last>\\d[\\d,.:]*)(?!\\d*-\\d)(?<lastUnit>${UNIT})?(?<after>[^\\n]{0,20}))`,
  "gu",
);
/** Numbers of one span are seldom further apart; without spaces around the dash it is one nearly always. */
const FURTHEST = 50;
const FURTHEST_UNSPACED = 1000;

/** Spans of numbers, hours and prices in words: "10-12" is 10 עד 12, "בין 10-12" is 10 ל-12. */
export function nameRanges(text: string): string {
  return text.replace(DASHED, (...args) => {
    const { from = "", unit = "", ...rest } = args.at(-1) as Record<string, string | undefined>;
    const before = text.slice(0, args.at(-3) as number);
    if (isBetween(before)) return `${from}${unit} ל-`;
    return `${from}${unit}${isSpan(before, { from, unit, ...rest }) ? " עד " : ", "}`;
  });
}

function isSpan(before: string, found: Record<string, string | undefined>): boolean {
  const { from = "", unit = "", dash = "", sign = "", last = "", lastUnit = "", after = "" } = found;
  const spaced = dash.length > 1;
  const valued = sign !== "" || lastUnit !== "";
  const named = valued || isCounted(after);
  // "5,000 ₪ - 3 חדרים": each is of a thing of its own.
  if (unit) return valued || !named;
  if (spaced && named && isName(before, after)) return false;
  if (from.includes(":") || last.includes(":")) return (from.includes(":") && last.includes(":")) || !named;
  if (!spaced && !named) return true;
  const [low, high] = [from, last].map((number) => Number(number.replace(/,/g, "").replace(/\.$/, "")));
  if (low === undefined || high === undefined) return false;
  return low < high && high <= Math.max(low, 2) * (spaced ? FURTHEST : FURTHEST_UNSPACED);
}

/** A sign, a short or a noun follows, so that the number is of a thing of its own. */
function isCounted(after: string): boolean {
  const word = /^\s?-?([א-ת]{2,}|[א-ת]+(?=[״׳]))(?=([״׳]?))/u.exec(after);
  if (!word?.[1]) return false;
  return word[2] !== "" || staysOne(word[1]) || nounOf(word[1])?.plural === true;
}

/** "נורדאו 34 - 85 מ״ר": nothing but a name stands before a house, and rooms or metres after it. */
const ONLY_A_NAME = /(?:^|[.,:;!?(\n] ?)[א-ת׳״]{2,} (?:[א-ת׳״]{2,} )?$/u;
const OF_A_HOME = /^\s?(?:חדרים|חד׳|מ״ר|מטר)/;
const MEASURED =
  /(?<![א-ת])[בלמש]?(?:גודל|שטח|בערך|תוך|עוד|רק|לפחות|מינימום|מקסימום|כולל|בסביבות|מרחק|אורך|רוחב|גובה|עומק) $/;

/** "קומה 3", "הרצל 12", "קומה 2 מתוך 3": the number before the dash is a name, and begins no span. */
function isName(before: string, after: string): boolean {
  // "דירה 3 - 4 חדרים" has so many; a flat behind a house is a name.
  const roomy = /(?<![א-ת])ה?(?:דירה|בית) $/.test(before) && !/\d דירה $/.test(before) && /^\s?חד(?:רים|׳)/.test(after);
  const homes = OF_A_HOME.test(after) && ONLY_A_NAME.test(before) && !MEASURED.test(before);
  const word = /([א-ת]+) $/.exec(before)?.[1] ?? "";
  const unknown = homes && !nounOf(word) && !singularConstructOf(word);
  return (isLabelled(before) && !roomy) || unknown || endsWithStreet(before) || /(?:מתוך|תמ״א) $/.test(before);
}
