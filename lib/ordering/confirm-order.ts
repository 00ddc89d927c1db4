import { vatWithin } from "../hebrew/vat.ts";
import { payLinkFor } from "../payments/order-payment.ts";
import { hasSlept, stopAsking } from "./cart.ts";
import { lockedProducts, type Products } from "./catalogue.ts";
import { askAgain } from "./choose-option.ts";
import { summaryStands } from "./last-said.ts";
import { dropGone, linesOf, MOST_TOTAL_AGOROT, totalOf } from "./lines.ts";
import { orderKey, placeOrder } from "./place-order.ts";
import type { CartItem } from "./schemas/states.ts";
import { type OrderingReply, type OrderingStep, say } from "./step.ts";
import { textsIn } from "./texts/index.ts";
import { whatChanged } from "./what-changed.ts";

/**
 * Sums the cart up for a yes, as far as there is enough of everything; the address is asked for first, if things are
 * delivered and it is not known yet, and what something that is being added still lacks before that.
 */
export function summariseOrAsk(step: OrderingStep): string[] {
  const { cart, products, settings } = step;
  const texts = textsIn(cart.language);
  const lacks = askAgain(step);
  if (lacks !== null) return [texts.chooseFirst, lacks];
  const { deliveryAgorot: feeAgorot } = settings;
  const before = { lines: linesOf(cart.items, products), address: null, notes: "", feeAgorot };
  cart.items = fitted(cart.items, products);
  const changes = whatChanged(before, linesOf(cart.items, products), feeAgorot);
  const first = changes.length > 0 ? [texts.changed(changes)] : [];
  if (feeAgorot === null || cart.address !== null || cart.items.length === 0) return [...first, summarise(step)];
  stopAsking(cart);
  cart.state = "asking_address";
  return [...first, texts.askAddress(feeAgorot)];
}

/**
 * The customer said yes to what was shown. Prices and stock are read again with the products locked; if they are not what
 * was shown any more, or the cart has slept, what changed is told and it is shown anew instead of ordered. So it is when
 * something else was said to them since, which the yes may be to; a yes from before they can have read it is asked again.
 */
export async function confirmOrder(step: OrderingStep): Promise<OrderingReply> {
  const { tx, ctx, at, cart, settings } = step;
  const { shown } = cart;
  if (shown === null) throw new Error("a yes to nothing");
  const texts = textsIn(cart.language);
  const products = await lockedProducts(
    tx,
    ctx,
    cart.items.map(({ productId }) => productId),
  );
  dropGone(cart, products);
  cart.items = fitted(cart.items, products);
  const lines = linesOf(cart.items, products);
  const changes = whatChanged(shown, lines, settings.deliveryAgorot);
  if (changes.length > 0) return say(texts.changed(changes), ...summariseOrAsk({ ...step, products }));
  if (hasSlept(cart, new Date())) return say(texts.slept, ...summariseOrAsk({ ...step, products }));
  const stands = await summaryStands(step);
  if (stands === "no") return say(texts.again, ...summariseOrAsk({ ...step, products }));
  if (stands === "early") return say(askForYes(step));
  const placed = await placeOrder(tx, ctx, {
    customerId: at.customerId,
    conversationId: at.conversationId,
    lines,
    delivery:
      shown.feeAgorot === null || shown.address === null
        ? { kind: "pickup" }
        : { kind: "delivery", address: shown.address, feeAgorot: shown.feeAgorot },
    notes: shown.notes,
    onceKey: orderKey(at.messageId),
  });
  stopAsking(cart);
  Object.assign(cart, { items: [], notes: "", menu: [] });
  if (placed === null) return say();
  const payLink = await payLinkFor(tx, ctx, {
    orderId: placed.id,
    customerId: at.customerId,
    totalAgorot: placed.totalAgorot,
    description: texts.orderName(placed.number),
  });
  return { ...say(texts.placed(placed.number, placed.totalAgorot, payLink)), news: placed.news };
}

/** Asks once more for the yes to the summary, which was said right before; from now on it is this that the yes answers. */
export function askForYes({ at, cart }: OrderingStep): string {
  if (cart.shown) cart.shown = { ...cart.shown, askedIn: at.messageId };
  return textsIn(cart.language).toConfirm;
}

/** Shows what will be ordered, at the prices of this moment; the yes to it will count for just that. */
function summarise({ at, cart, products, settings }: OrderingStep): string {
  const texts = textsIn(cart.language);
  stopAsking(cart);
  const lines = linesOf(cart.items, products);
  if (lines.length === 0) return texts.emptyCart;
  const feeAgorot = settings.deliveryAgorot;
  const address = feeAgorot === null ? null : cart.address;
  const total = totalOf(lines) + (feeAgorot ?? 0);
  if (total > MOST_TOTAL_AGOROT) return texts.tooMuch;
  cart.state = "confirming";
  cart.shown = { lines, address, notes: cart.notes, feeAgorot, askedIn: at.messageId };
  return texts.summary(cart.shown, total, vatWithin(total, new Date()));
}

/** The cart cut down to what there is. */
function fitted(items: readonly CartItem[], products: Products): CartItem[] {
  const left = new Map([...products].map(([id, { stock }]) => [id, stock ?? Number.POSITIVE_INFINITY]));
  return items.flatMap((item) => {
    const there = Math.max(0, left.get(item.productId) ?? 0);
    const quantity = Math.min(item.quantity, there);
    left.set(item.productId, there - quantity);
    return quantity > 0 ? [{ ...item, quantity }] : [];
  });
}
