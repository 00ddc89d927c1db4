/** Shorts of measures beside a number: "85 מ״ר" becomes "85 מטרים רבועים". Without a number they are abbreviations. */
import { NUMBER } from "./numbers.ts";

/** [as written, many, one when it is more than one word] */
const UNITS: readonly [written: string, many: string, one?: string][] = [
  ["מ״ר|מטר רבוע|מ\\^2|m\\^2|sqm", "מטרים רבועים", "מטר רבוע אחד"],
  ["מ״ק|מטר מעוקב|מ\\^3|m\\^3", "מטרים מעוקבים", "מטר מעוקב אחד"],
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

/** Measures and percent in words; the numbers themselves are spoken later. */
export function nameUnits(text: string): string {
  return rules.reduce(
    (named, { pattern, many, one }) =>
      named.replace(pattern, (match, number: string, at: number) => {
        const single = one && number === "1" && !/[\d.,]/.test(named.charAt(at - 1));
        return single && match ? one : `${number} ${many}`;
      }),
    text.replace(PERCENT, (_, number: string) => `${number} ${percent(Number(number.replace(/,/g, "")))}`),
  );
}

/** Up to ten they are counted, above that percent is a measure: "חמישה אחוזים", "חמישים אחוז". */
function percent(value: number): string {
  return value >= 2 && value < 11 ? "אחוזים" : "אחוז";
}
