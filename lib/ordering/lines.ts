/** What is in a cart, line by line, at today's prices. */
import type { Cart } from "./cart.ts";
import type { Products } from "./catalogue.ts";
import type { CartItem, ProductOption } from "./schemas/states.ts";

/** Of one product, and different lines in one order. */
export const MOST_OF_ONE = 999;
export const MOST_LINES = 50;
/** Ten million shekels: what is more is a slip of the finger, or a joke. */
export const MOST_TOTAL_AGOROT = 1_000_000_000;

export interface Line extends CartItem {
  name: string;
  priceAgorot: number;
}

/** The lines of these items, all of which are for sale (`dropGone`). */
export function linesOf(items: readonly CartItem[], products: Products): Line[] {
  return items.flatMap((item) => {
    const product = products.get(item.productId);
    if (!product) return [];
    const { name, priceAgorot } = product;
    const options = inOrder(product.options, item.options);
    return [{ ...item, options, name, priceAgorot: priceAgorot + extraOf(product.options, options) }];
  });
}

export function totalOf(lines: readonly Pick<Line, "quantity" | "priceAgorot">[]): number {
  return lines.reduce((sum, { priceAgorot, quantity }) => sum + priceAgorot * quantity, 0);
}

/** How many of one product there are, whatever their options. */
export function quantityOf(items: readonly CartItem[], productId: string): number {
  return items.reduce((sum, item) => sum + (item.productId === productId ? item.quantity : 0), 0);
}

/** Takes out of the cart what is not sold any more, or not as it was chosen; gives what was taken out. */
export function dropGone(cart: Pick<Cart, "items">, products: Products): CartItem[] {
  const gone = cart.items.filter((item) => !isOffered(item, products));
  if (gone.length > 0) cart.items = cart.items.filter((item) => !gone.includes(item));
  return gone;
}

/** The same product with the same choices is one line. */
export function withMore(items: readonly CartItem[], added: CartItem): CartItem[] {
  const at = items.findIndex((item) => lineKey(item) === lineKey(added));
  if (at < 0) return [...items, added];
  return items.map((item, index) => (index === at ? { ...item, quantity: item.quantity + added.quantity } : item));
}

/** What makes a line another line. */
export function lineKey({ productId, options }: Pick<CartItem, "productId" | "options">): string {
  return JSON.stringify([productId, ...Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function isOffered({ productId, options: chosen }: CartItem, products: Products): boolean {
  const options = products.get(productId)?.options;
  return (
    options?.length === Object.keys(chosen).length &&
    options.every(({ name, choices }) => choices.some(({ label }) => label === chosen[name]))
  );
}

/** As the product has them: the database keeps their names in an order of its own. */
function inOrder(options: readonly ProductOption[], chosen: Record<string, string>): Record<string, string> {
  return Object.fromEntries(options.map(({ name }) => [name, chosen[name] ?? ""]));
}

function extraOf(options: readonly ProductOption[], chosen: Record<string, string>): number {
  return options.reduce((sum, { name, choices }) => {
    return sum + (choices.find(({ label }) => label === chosen[name])?.extraAgorot ?? 0);
  }, 0);
}
