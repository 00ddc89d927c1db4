/** Sums as people here read and write them. Inside, money is whole agorot. */
import { z } from "zod";

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const broken = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "1,250 ₪", "12.90 ₪": agorot only where there are some. */
export function formatMoney(agorot: number): string {
  return `${(agorot % 100 === 0 ? whole : broken).format(agorot / 100)} ₪`;
}

/** Shekels with at most two decimals, as the API has them, to agorot. */
export const shekels = z
  .number({ error: "המחיר צריך להיות מספר" })
  .min(0, "המחיר לא יכול להיות שלילי")
  .max(20_000_000, "המחיר גבוה מדי")
  .refine((sum) => Math.abs(sum * 100 - Math.round(sum * 100)) < 1e-6, "עד שתי ספרות אחרי הנקודה")
  .transform((sum) => Math.round(sum * 100));

/** Agorot to shekels, as the API has them. */
export function toShekels(agorot: number): number {
  return agorot / 100;
}
