/** A customer's cart: kept with its conversation, and changed only together with the answer that tells of it. */
import { eq } from "drizzle-orm";
import { cart } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";

export type Cart = Omit<typeof cart.$inferSelect, "businessId" | "conversationId">;

/** A cart that slept for longer is shown again before it is ordered. */
const SLEEPS_AFTER_MS = 24 * 3_600_000;

/** The cart of a conversation, whose row the caller has locked. */
export async function loadCart(tx: Tx, conversationId: string): Promise<Cart> {
  const [row] = await tx.select().from(cart).where(eq(cart.conversationId, conversationId));
  if (!row) return emptyCart();
  const { businessId: _business, conversationId: _conversation, ...values } = row;
  return values;
}

export async function saveCart(tx: Tx, ctx: Context, conversationId: string, changed: Cart): Promise<void> {
  const values = { ...changed, touchedAt: new Date() };
  await tx
    .insert(cart)
    .values({ businessId: ctx.businessId, conversationId, ...values })
    .onConflictDoUpdate({ target: cart.conversationId, set: values });
}

export function hasSlept({ touchedAt }: Cart, now: Date): boolean {
  return now.getTime() - touchedAt.getTime() > SLEEPS_AFTER_MS;
}

/** Nothing is asked any more, and a "yes" would be to nothing. What is in the cart stays. */
export function stopAsking(asked: Cart): void {
  asked.state = "browsing";
  asked.pending = null;
  asked.shown = null;
}

export function emptyCart(): Cart {
  return {
    state: "browsing",
    items: [],
    language: "he",
    pending: null,
    address: null,
    notes: "",
    shown: null,
    menu: [],
    touchedAt: new Date(),
  };
}
