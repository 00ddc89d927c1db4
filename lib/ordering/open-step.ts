import { eq } from "drizzle-orm";
import { business } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { loadCart, stopAsking } from "./cart.ts";
import { namesOf, productsForSale } from "./catalogue.ts";
import { dropGone } from "./lines.ts";
import type { OrderingAt, OrderingStep } from "./step.ts";
import { textsIn } from "./texts/index.ts";

/** What a step of this conversation works on; null for a business that sells nothing by message. */
export async function openStep(tx: Tx, ctx: Context, at: OrderingAt): Promise<OrderingStep | null> {
  const products = await productsForSale(tx, ctx);
  if (products.size === 0) return null;
  const cart = await loadCart(tx, at.conversationId);
  const [settings] = await tx
    .select({ name: business.name, deliveryAgorot: business.deliveryAgorot })
    .from(business)
    .where(eq(business.id, ctx.businessId));
  if (!settings) throw new Error("a business without itself");
  return { tx, ctx, at, cart, products, settings };
}

/** Takes out of the cart what is not sold any more, and says what that was. */
export async function dropAndTell({ tx, cart, products }: OrderingStep): Promise<string[]> {
  const gone = dropGone(cart, products);
  if (gone.length === 0) return [];
  stopAsking(cart);
  const names = await namesOf(
    tx,
    gone.map(({ productId }) => productId),
  );
  return [textsIn(cart.language).gone(names)];
}
