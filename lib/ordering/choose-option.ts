import { type Cart, stopAsking } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";
import type { CartItem, ProductOption } from "./schemas/states.ts";
import type { OrderingStep } from "./step.ts";
import { textsIn } from "./texts/index.ts";

export function lacksOption(product: ProductRow, item: CartItem): boolean {
  return missing(product.options, item.options) !== undefined;
}

/** From now on what this lacks is asked for; behind what is asked for already, unless that is the same product. */
export function askFor(cart: Cart, item: CartItem): void {
  const waiting = cart.state === "choosing_option" ? inLine(cart) : [];
  const isSame = ({ productId }: CartItem) => productId === item.productId;
  const at = waiting.findIndex(isSame);
  askInTurn(cart, at < 0 ? [...waiting, item] : waiting.with(at, item));
}

/** What is being added, with what was chosen for it so far. */
export type Chosen = [ProductRow, CartItem];

/**
 * What the customer chose for what is being added, by number or by words: the item with it and its product; what it lacks
 * still, or else the next in line, is asked for from now on. Null when it is none of the choices, or when what is being
 * added is not sold any more.
 */
export function chosenNow({ cart, products }: OrderingStep, said: number | string): Chosen | null {
  const [pending, ...behind] = inLine(cart);
  const product = pending && products.get(pending.productId);
  const option = product && missing(product.options, pending.options);
  if (!product || !option) return null;
  const choice = typeof said === "number" ? option.choices[said - 1] : named(option, said);
  if (!choice) return null;
  const item = { ...pending, options: { ...pending.options, [option.name]: choice.label } };
  askInTurn(cart, lacksOption(product, item) ? [item, ...behind] : behind);
  return [product, item];
}

/** The question that is open, once more; null when none is. What is not sold any more is asked about no more. */
export function askAgain({ cart, products }: OrderingStep): string | null {
  if (cart.state !== "choosing_option") return null;
  for (const pending of inLine(cart)) {
    const product = products.get(pending.productId);
    const option = product && missing(product.options, pending.options);
    if (option) return textsIn(cart.language).chooseOption(product.name, option);
    passOver(cart);
  }
  return null;
}

/** What was being added is not; the next in line is asked for, if there is one. */
export function passOver(cart: Cart): void {
  askInTurn(cart, inLine(cart).slice(1));
}

function inLine({ pending }: Cart): CartItem[] {
  if (pending === null) return [];
  const { then = [], ...first } = pending;
  return [first, ...then];
}

function askInTurn(cart: Cart, [first, ...then]: CartItem[]): void {
  stopAsking(cart);
  if (!first) return;
  cart.state = "choosing_option";
  cart.pending = { ...first, then };
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
