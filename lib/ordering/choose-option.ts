import { type Cart, stopAsking } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";
import { parseOrderForm, plain } from "./forms.ts";
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
export function chosenNow({ cart, products }: OrderingStep, said: string): Chosen | null {
  const [pending, ...behind] = inLine(cart);
  const product = pending && products.get(pending.productId);
  const option = product && missing(product.options, pending.options);
  if (!product || !option) return null;
  const choice = choiceIn(option, said);
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

/** A choice by its name, whatever else that means ("40", "כן"), by its number in the list, or by words that name it. */
function choiceIn(option: ProductOption, said: string) {
  const text = plain(said);
  const form = parseOrderForm(said);
  const names = form?.kind === "number" ? [text, String(form.number)] : [text];
  const exact = option.choices.find(({ label }) => names.includes(plain(label)));
  if (exact) return exact;
  if (form?.kind === "number") return option.choices[form.number - 1];
  const isWords = form === null || form.kind === "yes" || form.kind === "no";
  if (!isWords || QUESTION.test(said)) return undefined;
  const choice = named(option, text);
  return choice && NOT.test(text) && !NOT.test(choice.label) ? undefined : choice;
}

const QUESTION = /\?|^\s*(?:כמה|מה|איזה|איזו|אילו|למה|האם|יש|what|which|how|why|do|does|is|are|can)(?!\p{L})/iu;
const NOT = /(?<!\p{L})(?:לא|not|no)(?!\p{L})/iu;

/** The longest that fits: "קטן מאוד" is not "קטן". */
function named({ choices }: ProductOption, words: string) {
  return choices
    .toSorted((a, b) => b.label.length - a.label.length)
    .find(({ label }) => asWholeWords(label).test(words));
}

/** What names this choice in a sentence: never a part of a word or of a number, but for "and" and "the" in Hebrew. */
export function asWholeWords(label: string): RegExp {
  const the = /^[א-ת]{3}/.test(label) ? "[וה]?" : "";
  const escaped = label.trim().replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  return new RegExp(`(?<!\\p{L}|\\p{N}|\\d[.,])${the}${escaped}(?!\\p{L}|\\p{N}|[.,]\\d)`, "iu");
}

function missing(options: readonly ProductOption[], chosen: Record<string, string>): ProductOption | undefined {
  return options.find(({ name, choices }) => !choices.some(({ label }) => label === chosen[name]));
}
