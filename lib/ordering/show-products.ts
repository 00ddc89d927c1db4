import { stopAsking } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";
import { shownCart } from "./change-cart.ts";
import { latestOrders } from "./past-orders.ts";
import { type OrderingReply, type OrderingStep, passOn, say } from "./step.ts";
import { textsIn } from "./texts/index.ts";
import { whatIsAnswered } from "./what-is-answered.ts";

/** As many as one message holds and one eye takes in. */
const PAGE = 25;

export function openMenu({ cart, settings }: OrderingStep): string {
  stopAsking(cart);
  cart.menu = [];
  return textsIn(cart.language).menu(settings.name, cart.items.length);
}

/** The products from the first on. */
export function showProducts(step: OrderingStep): string {
  return page(step, 0);
}

/** What comes behind the page that was shown last. Null when none was. */
export function moreProducts(step: OrderingStep): OrderingReply | null {
  const { cart } = step;
  const last = cart.menu.at(-1);
  if (last === undefined) return null;
  const from = listed(step).findIndex(({ id }) => id === last) + 1;
  return say(from < step.products.size ? page(step, from) : textsIn(cart.language).noMore);
}

/**
 * A bare number chooses from what was listed last: the main menu, or the products. Null when it answers something else:
 * without a model that is the menu's again, unless somebody asked.
 */
export async function chooseNumber(step: OrderingStep, number: number): Promise<OrderingReply | null> {
  const answers = await whatIsAnswered(step);
  if (answers === "question" || (answers === "other" && step.at.hasModel)) return null;
  if (answers !== "list") return say(openMenu(step));
  const { cart, products, settings } = step;
  const texts = textsIn(cart.language);
  if (cart.menu.length > 0) {
    const product = [...products.values()].find((one) => one.number === number);
    return product ? { ...say(texts.product(product)), imageId: product.imageId } : say(texts.noSuchProduct(number));
  }
  switch (number) {
    case 1:
      return say(showProducts(step));
    case 2:
      return say(shownCart(step));
    case 3:
      return latestOrders(step);
    case 4:
      return passOn();
    default:
      return say(texts.menu(settings.name, cart.items.length));
  }
}

function page(step: OrderingStep, from: number): string {
  const { cart, products } = step;
  const rows = listed(step).slice(from, from + PAGE);
  cart.menu = rows.map(({ id }) => id);
  return textsIn(cart.language).products({ rows, goesOn: from + rows.length < products.size });
}

/** Category by category, in the order in which each first comes. */
function listed({ products }: OrderingStep): ProductRow[] {
  return [...Map.groupBy(products.values(), ({ category }) => category).values()].flat();
}
