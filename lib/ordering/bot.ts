/**
 * Ordering in exact words, without a model. Runs inside the transaction of whoever answers, with the conversation's row
 * locked, so that cart, order and answer are kept together or not at all.
 */
import { desc, eq } from "drizzle-orm";
import { business, order } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { formatMoney } from "../hebrew/money.ts";
import { loadCart, saveCart } from "./cart.ts";
import { productsForSale } from "./catalogue.ts";
import { changeCart } from "./change-cart.ts";
import { confirmOrder, summarise } from "./confirm-order.ts";
import { isEnglish, type OrderForm, parseOrderForm } from "./forms.ts";
import type { Asked, OrderingReply, OrderingStep } from "./step.ts";
import { textsIn } from "./texts.ts";

/** Null when this is no matter of an order, or the business sells nothing by message: the agent answers then. */
export async function orderingReply(tx: Tx, ctx: Context, asked: Asked): Promise<OrderingReply | null> {
  const products = await productsForSale(tx, ctx);
  const form = parseOrderForm(asked.text);
  if (products.length === 0) return null;
  const cart = await loadCart(tx, asked.conversationId);
  const [settings] = await tx
    .select({ name: business.name, deliveryAgorot: business.deliveryAgorot })
    .from(business)
    .where(eq(business.id, ctx.businessId));
  if (!settings) throw new Error("a business without itself");
  cart.language = isEnglish(asked.text) ? "en" : /[א-ת]/.test(asked.text) ? "he" : cart.language;
  const step: OrderingStep = { tx, ctx, asked, cart, products, settings };
  const reply = await answer(step, form);
  if (reply !== null) await saveCart(tx, ctx, asked.conversationId, cart);
  return reply;
}

async function answer(step: OrderingStep, form: OrderForm | null): Promise<OrderingReply | null> {
  const { cart, asked } = step;
  if (form === null) {
    if (cart.state !== "asking_address" || asked.text.trim() === "") return null;
    cart.address = asked.text.trim().slice(0, 500);
    return say(...(await summarise(step)));
  }
  const texts = textsIn(cart.language);
  switch (form.kind) {
    case "menu":
      cart.menu = [];
      cart.state = "browsing";
      return say(texts.menu(step.settings.name));
    case "products":
      return say(listProducts(step));
    case "number":
      return choose(step, form.number);
    case "add":
    case "remove":
    case "change":
    case "cart":
    case "empty":
      return say(...changeCart(step, form));
    case "place":
      return say(...(await place(step)));
    case "yes":
      return confirmOrder(step);
    case "no":
    case "cancel":
      if (cart.state === "browsing") return cart.items.length > 0 ? say(texts.cancelled) : null;
      cart.state = "browsing";
      cart.shownHash = null;
      return say(texts.cancelled);
    case "status":
      return say(await lastOrder(step));
    case "agent":
      return { texts: [], wantsPerson: true, news: [] };
    default:
      return form satisfies never;
  }
}

/** A bare number chooses from what was listed last: the main menu, or the products. */
async function choose(step: OrderingStep, number: number): Promise<OrderingReply | null> {
  const { cart, products } = step;
  const texts = textsIn(cart.language);
  if (cart.menu.length > 0) {
    const product = products.find((one) => one.number === number);
    return say(product ? texts.product(product) : texts.noSuchProduct(number));
  }
  switch (number) {
    case 1:
      return say(listProducts(step));
    case 2:
      return say(...changeCart(step, { kind: "cart" }));
    case 3:
      return say(await lastOrder(step));
    case 4:
      return { texts: [], wantsPerson: true, news: [] };
    default:
      return say(texts.menu(step.settings.name));
  }
}

function listProducts({ cart, products }: OrderingStep): string {
  cart.menu = products.map(({ id }) => id);
  return textsIn(cart.language).products(products);
}

async function place(step: OrderingStep): Promise<string[]> {
  const { cart, settings } = step;
  const texts = textsIn(cart.language);
  if (cart.items.length === 0) return [texts.emptyCart];
  if (settings.deliveryAgorot !== null && cart.address === null) {
    cart.state = "asking_address";
    return [texts.askAddress(formatMoney(settings.deliveryAgorot))];
  }
  return summarise(step);
}

async function lastOrder({ tx, asked, cart }: OrderingStep): Promise<string> {
  const texts = textsIn(cart.language);
  const [last] = await tx
    .select({ number: order.number, status: order.status })
    .from(order)
    .where(eq(order.customerId, asked.customerId))
    .orderBy(desc(order.createdAt))
    .limit(1);
  return last ? texts.status(last.number, last.status) : texts.noOrders;
}

function say(...texts: string[]): OrderingReply {
  return { texts, wantsPerson: false, news: [] };
}
