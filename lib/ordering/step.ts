/** One step of an ordering conversation: what was asked, what there is, and what comes of it. */
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import type { Cart } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";

export interface OrderingReply {
  /** What to answer, in order. */
  texts: string[];
  /** The customer wants a person. */
  wantsPerson: boolean;
  /** To be published, last. */
  news: LiveEvent[];
}

export interface Asked {
  conversationId: string;
  customerId: string;
  /** The customer's message: what is done for it is done once. */
  messageId: string;
  text: string;
}

/** What one step of the ordering conversation works on. */
export interface OrderingStep {
  tx: Tx;
  ctx: Context;
  asked: Asked;
  cart: Cart;
  products: readonly ProductRow[];
  settings: { name: string; deliveryAgorot: number | null };
}
