import { vatWithin } from "../hebrew/vat.ts";
import { type Cart, hashOf, hasSlept, type Line, linesOf, totalOf } from "./cart.ts";
import { lockProducts, type ProductRow } from "./catalogue.ts";
import { placeOrder } from "./place-order.ts";
import type { OrderingReply, OrderingStep } from "./step.ts";
import { textsIn } from "./texts.ts";

/** Shows what will be ordered, at the prices of this moment; the yes to it will count for just that. */
export async function summarise(step: OrderingStep): Promise<string[]> {
  const { cart, products } = step;
  return show(step, linesOf(cart, new Map(products.map((product) => [product.id, product]))));
}

/**
 * The customer said yes. Prices and stock are read again with the products locked; if they are not what was shown any
 * more, or the cart has slept, it is shown anew instead of ordered.
 */
export async function confirmOrder(step: OrderingStep): Promise<OrderingReply | null> {
  const { tx, ctx, asked, cart, settings } = step;
  const texts = textsIn(cart.language);
  // A yes to something that the agent asked is none to an order.
  if (cart.state !== "confirming") return cart.items.length > 0 ? reply(texts.nothingToConfirm) : null;
  const locked = await lockProducts(
    tx,
    cart.items.map(({ productId }) => productId),
  );
  const short = shortages(cart, locked);
  if (short.length > 0)
    return reply(
      ...short.map((row) => texts.tooFew(row, Math.max(0, row.stock ?? 0))),
      ...show(step, fitted(cart, locked)),
    );
  const lines = linesOf(cart, locked);
  if (hasSlept(cart, new Date())) return reply(texts.slept, ...show(step, lines));
  if (hashOf(lines, cart.address, settings.deliveryAgorot) !== cart.shownHash)
    return reply(texts.changed, ...show(step, lines));
  const { deliveryAgorot } = settings;
  const placed = await placeOrder(tx, ctx, {
    customerId: asked.customerId,
    conversationId: asked.conversationId,
    lines,
    delivery:
      deliveryAgorot === null || cart.address === null
        ? { kind: "pickup" }
        : { kind: "delivery", address: cart.address, feeAgorot: deliveryAgorot },
    onceKey: `message:${asked.messageId}`,
  });
  if (placed === null) return reply();
  Object.assign(cart, {
    state: "browsing",
    items: [],
    address: null,
    shownHash: null,
    menu: [],
  } satisfies Partial<Cart>);
  return { ...reply(texts.placed(placed.number, placed.totalAgorot)), news: placed.news };
}

function show({ cart, settings }: OrderingStep, lines: readonly Line[]): string[] {
  const texts = textsIn(cart.language);
  if (lines.length === 0) {
    Object.assign(cart, { state: "browsing", items: [], shownHash: null } satisfies Partial<Cart>);
    return [texts.emptyCart];
  }
  const address = settings.deliveryAgorot === null ? null : cart.address;
  const fee = address === null ? 0 : (settings.deliveryAgorot ?? 0);
  cart.state = "confirming";
  cart.shownHash = hashOf(lines, cart.address, settings.deliveryAgorot);
  // What was shown is what is in the cart.
  cart.items = lines.map(({ product, quantity, options }) => ({ productId: product.id, quantity, options }));
  return [texts.summary(lines, address, fee, vatWithin(totalOf(lines) + fee, new Date()))];
}

/** Of which there is less than the cart has. */
function shortages({ items }: Cart, products: ReadonlyMap<string, ProductRow>): ProductRow[] {
  return [...wanted(items)].flatMap(([id, quantity]) => {
    const row = products.get(id);
    return row && row.stock !== null && row.stock < quantity ? [row] : [];
  });
}

/** The cart cut down to what there is. */
function fitted(cart: Cart, products: ReadonlyMap<string, ProductRow>): Line[] {
  const left = new Map([...products].map(([id, { stock }]) => [id, stock ?? Number.POSITIVE_INFINITY]));
  return linesOf(cart, products).flatMap((line) => {
    const quantity = Math.min(line.quantity, Math.max(0, left.get(line.product.id) ?? 0));
    left.set(line.product.id, (left.get(line.product.id) ?? 0) - quantity);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
}

function wanted(items: Cart["items"]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { productId, quantity } of items) sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  return sums;
}

function reply(...texts: string[]): OrderingReply {
  return { texts, wantsPerson: false, news: [] };
}
