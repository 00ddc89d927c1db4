import { linesOf, MOST_OF_ONE, withMore } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";
import type { OrderForm } from "./forms.ts";
import type { OrderingStep } from "./step.ts";
import { textsIn } from "./texts.ts";

type CartForm = Extract<OrderForm, { kind: "add" | "remove" | "change" | "cart" | "empty" }>;

/** Changes the cart of this step, or says why it cannot be; what makes no sense changes nothing. */
export function changeCart(step: OrderingStep, form: CartForm): string[] {
  const { cart } = step;
  const texts = textsIn(cart.language);
  // Whatever was to be confirmed is no longer what is in the cart.
  if (form.kind !== "cart") {
    cart.state = "browsing";
    cart.shownHash = null;
  }
  switch (form.kind) {
    case "cart":
      return [shownCart(step)];
    case "empty":
      cart.items = [];
      return [texts.emptied];
    case "add":
      return add(step, form);
    case "remove": {
      if (!cart.items[form.number - 1]) return [texts.noSuchLine(form.number)];
      cart.items = cart.items.toSpliced(form.number - 1, 1);
      return [shownCart(step)];
    }
    case "change": {
      const item = cart.items[form.number - 1];
      if (!item) return [texts.noSuchLine(form.number)];
      const product = step.products.find(({ id }) => id === item.productId);
      const wrong = product ? wrongQuantity(step, product, form.quantity) : texts.noSuchLine(form.number);
      if (wrong !== null) return [wrong];
      cart.items = cart.items.with(form.number - 1, { ...item, quantity: form.quantity });
      return [shownCart(step)];
    }
    default:
      return form satisfies never;
  }
}

function add(step: OrderingStep, { number, quantity, rest }: OrderForm & { kind: "add" }): string[] {
  const { cart, products } = step;
  const texts = textsIn(cart.language);
  const product = products.find((one) => one.number === number);
  if (!product) return [texts.noSuchProduct(number)];
  const options = chosenOptions(product, rest);
  const inCart = cart.items.filter(({ productId }) => productId === product.id);
  const before = inCart.reduce((sum, item) => sum + item.quantity, 0);
  const wrong = quantity < 1 ? texts.badQuantity(MOST_OF_ONE) : wrongQuantity(step, product, before + quantity);
  if (wrong !== null) return [wrong];
  if (options === null) return [texts.chooseOption(product)];
  cart.items = withMore(cart.items, { productId: product.id, quantity, options });
  return [texts.added(product, quantity), shownCart(step)];
}

function wrongQuantity({ cart }: OrderingStep, product: ProductRow, quantity: number): string | null {
  const texts = textsIn(cart.language);
  if (quantity < 1 || quantity > MOST_OF_ONE) return texts.badQuantity(MOST_OF_ONE);
  if (product.stock !== null && product.stock < quantity) return texts.tooFew(product, Math.max(0, product.stock));
  return null;
}

/** Each option's choice, found among the words behind the quantity; null while one is missing. */
function chosenOptions({ options }: ProductRow, rest: string): Record<string, string> | null {
  const chosen: Record<string, string> = {};
  for (const { name, choices } of options) {
    const choice = choices.find(({ label }) => rest.toLowerCase().includes(label.toLowerCase()));
    if (!choice) return null;
    chosen[name] = choice.label;
  }
  return chosen;
}

function shownCart({ cart, products }: OrderingStep): string {
  const texts = textsIn(cart.language);
  const lines = linesOf(cart, new Map(products.map((product) => [product.id, product])));
  return lines.length === 0 ? texts.emptyCart : texts.cart(lines);
}
