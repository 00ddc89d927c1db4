/** A customer's cart: kept with its conversation, and changed only together with the answer that tells of it. */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { cart } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { ProductRow } from "./catalogue.ts";
import type { CartItem, CartState } from "./schemas/states.ts";

export interface Cart {
  state: CartState;
  items: CartItem[];
  language: "he" | "en";
  address: string | null;
  shownHash: string | null;
  /** The products as they were last listed; empty: the main menu was. */
  menu: string[];
  touchedAt: Date;
}

/** A cart that slept for longer is shown again before it is ordered. */
const SLEEPS_AFTER_MS = 24 * 3_600_000;
export const MOST_OF_ONE = 999;

export async function loadCart(tx: Tx, conversationId: string): Promise<Cart> {
  const [row] = await tx.select().from(cart).where(eq(cart.conversationId, conversationId));
  return (
    row ?? {
      state: "browsing",
      items: [],
      language: "he",
      address: null,
      shownHash: null,
      menu: [],
      touchedAt: new Date(),
    }
  );
}

export async function saveCart(tx: Tx, ctx: Context, conversationId: string, changed: Cart): Promise<void> {
  const { state, items, language, address, shownHash, menu } = changed;
  const values = { state, items, language, address, shownHash, menu, touchedAt: new Date() };
  await tx
    .insert(cart)
    .values({ businessId: ctx.businessId, conversationId, ...values })
    .onConflictDoUpdate({ target: cart.conversationId, set: values });
}

export function hasSlept({ touchedAt }: Cart, now: Date): boolean {
  return now.getTime() - touchedAt.getTime() > SLEEPS_AFTER_MS;
}

/** A line of the cart at today's price. */
export interface Line {
  product: ProductRow;
  quantity: number;
  options: Record<string, string>;
  priceAgorot: number;
}

/** The cart's lines; what is sold no longer is left out. */
export function linesOf({ items }: Pick<Cart, "items">, products: ReadonlyMap<string, ProductRow>): Line[] {
  return items.flatMap(({ productId, quantity, options }) => {
    const product = products.get(productId);
    if (!product?.available || product.archivedAt !== null) return [];
    return [{ product, quantity, options, priceAgorot: product.priceAgorot + extraOf(product, options) }];
  });
}

export function totalOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { priceAgorot, quantity }) => sum + priceAgorot * quantity, 0);
}

/** Of all that a customer says yes to: when any of it changes, the yes was to something else. */
export function hashOf(lines: readonly Line[], address: string | null, deliveryAgorot: number | null): string {
  const shown = [
    lines.map(({ product, quantity, options, priceAgorot }) => [product.id, quantity, options, priceAgorot]),
    address,
    deliveryAgorot,
  ];
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
}

/** The same product with the same choices is one line. */
export function withMore(items: readonly CartItem[], added: CartItem): CartItem[] {
  const at = items.findIndex((item) => isSame(item, added));
  if (at < 0) return [...items, added];
  return items.map((item, index) => (index === at ? { ...item, quantity: item.quantity + added.quantity } : item));
}

export function isSame(a: CartItem, b: CartItem): boolean {
  return a.productId === b.productId && JSON.stringify(a.options) === JSON.stringify(b.options);
}

function extraOf({ options }: ProductRow, chosen: Record<string, string>): number {
  return options.reduce((sum, { name, choices }) => {
    return sum + (choices.find(({ label }) => label === chosen[name])?.extraAgorot ?? 0);
  }, 0);
}
