import { type Cart, stopAsking } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";
import { askFor, chosenIn, lacksOption } from "./choose-option.ts";
import type { OrderForm } from "./forms.ts";
import { linesOf, MOST_LINES, MOST_OF_ONE, MOST_TOTAL_AGOROT, quantityOf, totalOf, withMore } from "./lines.ts";
import type { CartItem } from "./schemas/states.ts";
import type { OrderingStep } from "./step.ts";
import { textsIn } from "./texts/index.ts";

export type CartForm = Extract<OrderForm, { kind: "add" | "remove" | "change" | "empty" }>;

export interface CartChange {
  /** What to say of it; null when a question says it all. */
  text: string | null;
  /** The cart is as it should be now, and worth showing. */
  showsCart: boolean;
}

/** Changes the cart of this step, or says why it cannot be; what makes no sense changes nothing, and ends no question. */
export function changeCart(step: OrderingStep, form: CartForm): CartChange {
  const { cart } = step;
  const texts = textsIn(cart.language);
  switch (form.kind) {
    case "empty":
      stopAsking(cart);
      cart.items = [];
      cart.notes = "";
      return no(texts.emptied);
    case "add":
      return add(step, form);
    case "remove": {
      const item = cart.items[form.number - 1];
      if (!item) return no(texts.noSuchLine(form.number));
      cart.items = cart.items.toSpliced(form.number - 1, 1);
      endConfirming(cart);
      return { text: texts.removed(step.products.get(item.productId)?.name ?? ""), showsCart: true };
    }
    case "change":
      return change(step, form);
    default:
      return form satisfies never;
  }
}

/** Adds what has all of its options; gives what to say of it. */
export function addItem(step: OrderingStep, product: ProductRow, item: CartItem): CartChange {
  const { cart } = step;
  const texts = textsIn(cart.language);
  const items = withMore(cart.items, item);
  if (items.length > MOST_LINES) return no(texts.tooManyLines(MOST_LINES));
  return keep(step, items) ?? { text: texts.added(product.name, item.quantity), showsCart: true };
}

/** The cart as a message. */
export function shownCart({ cart, products }: OrderingStep): string {
  const texts = textsIn(cart.language);
  return cart.items.length === 0 ? texts.emptyCart : texts.cart(linesOf(cart.items, products));
}

function add(step: OrderingStep, { number, quantity, rest }: OrderForm & { kind: "add" }): CartChange {
  const { cart, products } = step;
  const texts = textsIn(cart.language);
  const product = [...products.values()].find((one) => one.number === number);
  if (!product) return no(texts.noSuchProduct(number));
  const wrong = wrongQuantity(step, product, quantity, quantityOf(cart.items, product.id));
  if (wrong !== null) return no(wrong);
  const item = { productId: product.id, quantity, options: chosenIn(product.options, rest) };
  if (!lacksOption(product, item)) return addItem(step, product, item);
  askFor(cart, item);
  return { text: null, showsCart: false };
}

function change(step: OrderingStep, { number, quantity }: OrderForm & { kind: "change" }): CartChange {
  const { cart, products } = step;
  const texts = textsIn(cart.language);
  const item = cart.items[number - 1];
  const product = item && products.get(item.productId);
  if (!product) return no(texts.noSuchLine(number));
  const others = quantityOf(cart.items, product.id) - item.quantity;
  const wrong = wrongQuantity(step, product, quantity, others);
  if (wrong !== null) return no(wrong);
  const changed = cart.items.with(number - 1, { ...item, quantity });
  return keep(step, changed) ?? { text: texts.changedQuantity(product.name, quantity), showsCart: true };
}

/** `before`: of the same product in the cart already. */
function wrongQuantity({ cart }: OrderingStep, product: ProductRow, quantity: number, before: number): string | null {
  const texts = textsIn(cart.language);
  if (quantity < 1 || before + quantity > MOST_OF_ONE) return texts.badQuantity(MOST_OF_ONE);
  const { name, number, stock } = product;
  if (stock !== null && stock < before + quantity) return texts.tooFew(name, number, Math.max(0, stock), before);
  return null;
}

/** Null when these are the cart now; what is wrong with them when they are not. */
function keep({ cart, products }: OrderingStep, items: CartItem[]): CartChange | null {
  if (totalOf(linesOf(items, products)) > MOST_TOTAL_AGOROT) return no(textsIn(cart.language).tooMuch);
  cart.items = items;
  endConfirming(cart);
  return null;
}

/** Whatever was to be confirmed is no longer what is in the cart. What is just being added still lacks what it lacked. */
function endConfirming(cart: Cart): void {
  if (cart.state !== "choosing_option") stopAsking(cart);
}

function no(text: string): CartChange {
  return { text, showsCart: false };
}
