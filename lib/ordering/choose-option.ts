import { stopAsking } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";
import type { CartItem, ProductOption } from "./schemas/states.ts";
import type { OrderingStep } from "./step.ts";
import { textsIn } from "./texts/index.ts";

/** Asks for the first option that is not chosen yet, and remembers what for; null when all are. */
export function askOption({ cart }: OrderingStep, product: ProductRow, item: CartItem): string | null {
  const option = missing(product.options, item.options);
  if (!option) return null;
  cart.state = "choosing_option";
  cart.pending = item;
  return textsIn(cart.language).chooseOption(product.name, option);
}

/** What is being added, with what was chosen for it so far. */
export type Chosen = [ProductRow, CartItem];

/**
 * What the customer chose for what is being added, by number or by words: the item with it and its product. Null when it
 * is none of the choices, or when what is being added is not sold any more.
 */
export function chosenNow({ cart, products }: OrderingStep, said: number | string): Chosen | null {
  const product = cart.pending && products.get(cart.pending.productId);
  const option = product && missing(product.options, cart.pending?.options ?? {});
  if (!cart.pending || !product || !option) return null;
  const choice = typeof said === "number" ? option.choices[said - 1] : named(option, said);
  if (!choice) return null;
  const item = { ...cart.pending, options: { ...cart.pending.options, [option.name]: choice.label } };
  stopAsking(cart);
  return [product, item];
}

/** The question that is open, asked once more; null when what it is about is not sold any more. */
export function askAgain(step: OrderingStep): string | null {
  const { pending } = step.cart;
  const product = pending && step.products.get(pending.productId);
  return pending && product ? askOption(step, product, pending) : null;
}

/** The choices that are among these words. */
export function chosenIn(options: readonly ProductOption[], words: string): Record<string, string> {
  return Object.fromEntries(
    options.flatMap((option) => {
      const choice = named(option, words);
      return choice ? [[option.name, choice.label]] : [];
    }),
  );
}

/** The longest that fits: "קטן מאוד" is not "קטן". */
function named({ choices }: ProductOption, words: string) {
  const said = words.toLowerCase();
  return choices
    .toSorted((a, b) => b.label.length - a.label.length)
    .find(({ label }) => said.includes(label.toLowerCase()));
}

function missing(options: readonly ProductOption[], chosen: Record<string, string>): ProductOption | undefined {
  return options.find(({ name, choices }) => !choices.some(({ label }) => label === chosen[name]));
}
