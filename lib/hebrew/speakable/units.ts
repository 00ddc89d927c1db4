/** Shorts of measures beside a number: "85 מ״ר" becomes "85 מטרים רבועים". Without a number they are abbreviations. */
import { NUMBER } from "./numbers.ts";

/** [as written, many, one when it is more than one word] */
const UNITS: readonly [written: string, many: string, one?: string][] = [
  ["מ״ר|מטר רבוע|מ\\^2|m\\^2|sqm", "מטרים רבועים", "מטר רבוע אחד"],
  ["מ״ק|מטר מעוקב|מ\\^3|m\\^3", "מטרים מעוקבים", "מטר מעוקב אחד"],
  ["כ״ס", "כוח סוס", "כוח סוס אחד"],
  ["קמ״ש", "קילומטרים לשעה"],
  ["ק״מ|km", "קילומטרים"],
  ["ס״מ|cm", "סנטימטרים"],
  ["מ״מ|mm", "מילימטרים"],
  ["ק״ג|kg", "קילו"],
  ["מ״ל|ml", "מיליליטרים"],
  ["גר׳", "גרמים"],
  ["מ׳", "מטרים"],
  ["חד׳", "חדרים"],
  ["דק׳", "דקות"],
  ["שנ׳", "שניות"],
  ["יח״ד", "יחידות דיור", "יחידת דיור אחת"],
  ["יח׳", "יחידות"],
];

const rules = UNITS.map(([written, many, one]) => ({
  many,
  one,
  pattern: new RegExp(`(${NUMBER})(?:\\s|-)?(?:${written})(?![\\p{L}\\p{M}])`, "gu"),
}));

const PERCENT = new RegExp(`(${NUMBER})\\s?-?(?:%|אחוז)(?![\\p{L}\\p{M}])`, "gu");

/** Small children are a year old, or two: "בן שנה וחצי". */
const AGE = /(?<=(?<![א-ת])(?:בן|בת|ב?גיל) )([12])(\.5)?(?![.,]?\d)(?=[,.;!?)]|\s*$| ו[א-ת])/gmu;

/** Measures and percent in words; the numbers themselves are spoken later. */
export function nameUnits(text: string): string {
  return rules.reduce(
    (named, { pattern, many, one }) =>
      named.replace(pattern, (_, number: string, at: number) => {
        const few = one && !/[\d.,]/.test(named.charAt(at - 1)) ? aboutOne(number, one) : undefined;
        return few ?? `${number} ${many}`;
      }),
    text
      .replace(AGE, (_, years: string, half?: string) => {
        return `${years === "1" ? "שנה" : "שנתיים"}${half ? " וחצי" : ""}`;
      })
      .replace(/(?<![\d.,])1 יח׳ (?=(?:דיור|הורים|אירוח|נופש)(?![א-ת]))/g, "1 יחידת ")
      .replace(PERCENT, (_, number: string) => `${number} ${percent(Number(number.replace(/,/g, "")))}`),
  );
}

/** One, half of one and one and a half, of what has more than one word: "מטר רבוע וחצי". */
function aboutOne(number: string, one: string): string | undefined {
  const bare = one.slice(0, one.lastIndexOf(" "));
  return { "1": one, "0.5": `חצי ${bare}`, "1.5": `${bare} וחצי` }[number];
}

/** Up to ten they are counted, above that percent is a measure: "חמישה אחוזים", "חמישים אחוז". */
function percent(value: number): string {
  return value >= 2 && value < 11 ? "אחוזים" : "אחוז";
}
