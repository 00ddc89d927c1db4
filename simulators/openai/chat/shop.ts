/** What the prompt tells of what is sold in writing, and of what the customer has in the cart. */
import { stemsOf } from "./stems.ts";

export interface Product {
  number: number;
  name: string;
  /** The name's words, as they are looked for in what somebody writes. */
  stems: string[];
  /** The price and everything else that the line tells of it. */
  about: string;
  /** The choices that it can be had in. */
  choices: string[];
}

export interface CartLine {
  line: number;
  product: Product;
  /** The choices that were made, as the line has them. */
  options: string;
  quantity: number;
}

export interface Shop {
  products: Product[];
  cart: CartLine[];
  /** What was ordered before, as the prompt tells it. */
  orders: string[];
}

const PRODUCTS = /^(?:ה?מוצרים|products)[^\n:]*:$/i;
const CART = /^(?:ה?עגלה|ה?סל|(?:the )?(?:customer's )?cart)[^\n:]*:$/i;
const ORDERS = /^(?:ה?הזמנות|orders)[^\n:]*:$/i;
const PRODUCT_LINE = /^(\d+)[.)]\s+(.+?):\s+([\d.,]+ ?₪.*)$/;
const CART_LINE = /^(\d+)[.)]\s+(.+), (\d+) (?:יחידות|units)$/;

export function readShop(prompt: string): Shop {
  const products = linesBelow(PRODUCTS, prompt).flatMap((line): Product[] => {
    const [, number, name, about] = PRODUCT_LINE.exec(line) ?? [];
    if (!number || !name || !about) return [];
    const facts = { about: withoutCategory(about), choices: choicesIn(about) };
    return [{ number: Number(number), name, stems: stemsOf(name), ...facts }];
  });
  const cart = linesBelow(CART, prompt).flatMap((line): CartLine[] => {
    const [, number, what = "", quantity] = CART_LINE.exec(line) ?? [];
    // The longest name that fits: one may begin like another.
    const [product] = products
      .filter(({ name }) => what === name || what.startsWith(`${name}, `))
      .sort((a, b) => b.name.length - a.name.length);
    if (!product) return [];
    const options = what.slice(product.name.length).replace(/^, /, "");
    return [{ line: Number(number), product, options, quantity: Number(quantity) }];
  });
  return { products, cart, orders: linesBelow(ORDERS, prompt) };
}

/** The lines below a heading, up to the next empty one. */
function linesBelow(heading: RegExp, prompt: string): string[] {
  const lines = prompt.split("\n").map((line) => line.trim());
  const from = lines.findIndex((line) => heading.test(line)) + 1;
  if (from === 0) return [];
  const to = lines.indexOf("", from);
  return lines.slice(from, to < 0 ? undefined : to);
}

/** Which shelf it stands on is nothing that anybody is told. */
function withoutCategory(about: string): string {
  return about.replace(/(?:קטגוריה|category): [^;)]*(?:; )?/i, "").replace(/ \(\)$/, "");
}

/** "(קטגוריה: בגדים; מידה: קטנה / גדולה)": every list with slashes is one of choices. */
function choicesIn(about: string): string[] {
  const facts = /\((.*)\)$/.exec(about)?.[1]?.split("; ") ?? [];
  return facts.flatMap((fact) => {
    const [, choices] = /^[^:]+: (.+)$/.exec(fact) ?? [];
    return choices && !/^(?:קטגוריה|category):/i.test(fact) ? choices.split(" / ") : [];
  });
}
