import type { ProductRow } from "./catalogue.ts";
import { asWholeWords, chosenIn } from "./choose-option.ts";
import type { Add } from "./forms.ts";
import type { OrderingStep } from "./step.ts";

const POLITE = /(?<!\p{L})(?:בבקשה|תודה|יחידות|יחידה|please|thanks|units?|pcs)(?!\p{L})/giu;
/** So many characters an order's note may have, and its address. */
export const MOST_NOTED = 500;

interface WordsBehind {
  product: ProductRow;
  words: string;
}

/** What stands behind a product and its quantity and is none of its choices, nor a mere politeness; null for nothing. */
export function wordsBehind({ products }: OrderingStep, { number, rest }: Add): WordsBehind | null {
  const product = [...products.values()].find((one) => one.number === number);
  if (!product) return null;
  const chosen = Object.values(chosenIn(product.options, rest));
  const words = chosen.reduce((left, label) => left.replace(asWholeWords(label), ""), rest);
  const trimmed = words.replace(/^[\s,.;–-]+|[\s,.;–-]+$/g, "");
  return /[\p{L}\p{N}]/u.test(trimmed.replace(POLITE, "")) ? { product, words: trimmed } : null;
}

/** Keeps them with the order, for the staff; gives the note as it was kept. */
export function noteWords({ cart }: OrderingStep, { product, words }: WordsBehind): string {
  const note = `${product.name}: ${words}`;
  cart.notes = [cart.notes, note]
    .filter((one) => one !== "")
    .join("; ")
    .slice(0, MOST_NOTED);
  return note;
}
