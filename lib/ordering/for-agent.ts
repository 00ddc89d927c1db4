import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { cut } from "../hebrew/cut.ts";
import { formatMoney } from "../hebrew/money.ts";
import { withoutMarks } from "../messaging/schemas/whatsapp-marks.ts";
import { loadCart } from "./cart.ts";
import { type ProductRow, productsForSale } from "./catalogue.ts";
import { conversationLanguage, type Language, languageOf } from "./language.ts";
import { linesOf } from "./lines.ts";
import { standingOrders } from "./past-orders.ts";
import { textsIn } from "./texts/index.ts";

/** A model reads so many; who sells more has their customers look them up in the list. */
const MOST_TOLD = 150;

interface OrderingForAgent {
  /** What is sold here, what is in this conversation's cart, what was ordered before; nothing where nothing is sold. */
  products: string[];
  cart: string[];
  orders: string[];
  /** What the customer is answered in: orders are taken in both, everything else is answered in Hebrew. */
  language: Language;
}

/** What the agent has to know to take orders. `written`: what the customer wrote lately, the newest first. */
export async function orderingForAgent(
  tx: Tx,
  ctx: Context,
  { id: conversationId, customerId }: { id: string; customerId: string },
  written: readonly string[],
): Promise<OrderingForAgent> {
  const products = await productsForSale(tx, ctx);
  if (products.size === 0) return { products: [], cart: [], orders: [], language: "he" };
  const inWords = written.find((text) => languageOf(text) !== null) ?? "";
  const cart = await loadCart(tx, conversationId);
  const lines = linesOf(cart.items, products).map(
    ({ name, options, quantity }, index) =>
      `${index + 1}. ${[name, ...Object.values(options)].join(", ")}, ${quantity} יחידות`,
  );
  const language = await conversationLanguage(tx, conversationId, inWords);
  const orders = await standingOrders(tx, customerId);
  return {
    language,
    orders: orders.map((one) => withoutMarks(inOneLine(textsIn(language).status([one])))),
    products: [...products.values()].slice(0, MOST_TOLD).map(productLine),
    cart: [
      ...(lines.length > 0 ? lines : ["ריקה"]),
      ...(cart.state === "asking_address"
        ? ["נשאלה כתובת למשלוח. אם זו היא, לבקש לכתוב: כתובת: רחוב, מספר ויישוב"]
        : []),
      ...(cart.state === "confirming" ? ["הסיכום נשלח, ומחכים שהלקוח יכתוב ״כן״"] : []),
    ],
  };
}

function inOneLine(text: string): string {
  return text.replace(/:\n/g, ": ").replace(/\n/g, ", ");
}

function productLine({ number, name, category, description, priceAgorot, stock, options }: ProductRow): string {
  const facts = [
    ...(category ? [`קטגוריה: ${category}`] : []),
    ...(description ? [cut(description, 200).replace(/\s+/g, " ")] : []),
    ...options.map((option) => `${option.name}: ${option.choices.map(({ label }) => label).join(" / ")}`),
    ...(stock === 0 ? ["אזל"] : []),
  ];
  return `${number}. ${name}: ${formatMoney(priceAgorot)}${facts.length > 0 ? ` (${facts.join("; ")})` : ""}`;
}
