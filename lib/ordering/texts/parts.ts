/** Lines that both languages build alike. Names stand so that their direction turns nothing around. */
import { isolated } from "../../hebrew/bidi.ts";
import { formatMoney } from "../../hebrew/money.ts";
import type { ProductRow } from "../catalogue.ts";
import type { Line } from "../lines.ts";
import type { OrderStatus, ProductOption } from "../schemas/states.ts";

export type Language = "he" | "en";

/** A page of products, by category where there are some. */
export interface Listing {
  rows: readonly ProductRow[];
  /** There are more behind them. */
  goesOn: boolean;
}

/** How an order stands: `payment` null where nothing is to be paid by a link. */
export interface OrderStanding {
  number: number;
  status: OrderStatus;
  payment: "paid" | "refunded" | { link: string } | null;
}

export function productLines(rows: readonly ProductRow[], language: Language, soldOut: string): string[] {
  return rows.flatMap((row, index) => {
    const { number, name, category, priceAgorot, stock } = row;
    const isFirst = category !== "" && category !== rows[index - 1]?.category;
    const gone = stock !== null && stock <= 0 ? ` (${soldOut})` : "";
    const line = `*${number}* – ${isolated(name, language)}, ${formatMoney(priceAgorot)}${gone}`;
    return isFirst ? [...(index === 0 ? [] : [""]), `_${isolated(category, language)}_`, line] : [line];
  });
}

export function cartLines(lines: readonly Line[], language: Language): string[] {
  return lines.map(({ name, quantity, options, priceAgorot }, index) => {
    const chosen = Object.values(options).join(", ");
    const what = isolated(chosen ? `${name} (${chosen})` : name, language);
    return `${index + 1}. ${what} × ${quantity} – ${formatMoney(priceAgorot * quantity)}`;
  });
}

export function optionLines(options: readonly ProductOption[], language: Language): string[] {
  return options.map(
    ({ name, choices }) =>
      `${isolated(name, language)}: ${choices.map((choice) => choiceOf(choice, language)).join(" / ")}`,
  );
}

export function choiceOf({ label, extraAgorot }: ProductOption["choices"][number], language: Language): string {
  const extra = extraAgorot > 0 ? ` (+${formatMoney(extraAgorot)})` : "";
  return `${isolated(label, language)}${extra}`;
}
