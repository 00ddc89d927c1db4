/** Value added tax in Israel, by the day from which a rate holds. https://www.gov.il (Value Added Tax order) */
import { localDay } from "./time.ts";

const RATES = [
  { from: "2015-10-01", percent: 17 },
  { from: "2025-01-01", percent: 18 },
] as const;

/** The rate in percent on the day of this moment, in Israel. */
export function vatPercent(moment: Date): number {
  const day = localDay(moment);
  return RATES.findLast(({ from }) => from <= day)?.percent ?? RATES[0].percent;
}

/** How much of a sum that contains it is VAT, in agorot. */
export function vatWithin(agorot: number, moment: Date): number {
  const percent = vatPercent(moment);
  return Math.round((agorot * percent) / (100 + percent));
}
