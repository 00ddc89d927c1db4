import { PREFIX } from "./pattern.ts";

/** A dash between two numbers is a span: "10-12" is 10 עד 12, "בין 10-12" is 10 ל-12. */
const SPAN = new RegExp(
  `(?<![\\d.:/]|(?<!(?<![\\p{L}\\p{M}])(?:${PREFIX}))-|[A-Za-z]-?)(\\d[\\d,.:]*(?:\\s?[₪%$€£])?)\\s*-\\s*(?=[₪$€£]?\\s?\\d[\\d,.:]*(?!\\d*-\\d))`,
  "gu",
);

/** Spans of numbers, hours and prices in words. */
export function nameRanges(text: string): string {
  return text.replace(SPAN, (_, from: string, at: number) => {
    return /בין(?: ה?שעות)? $/.test(text.slice(0, at)) ? `${from} ל-` : `${from} עד `;
  });
}
