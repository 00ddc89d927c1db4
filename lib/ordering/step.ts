/** One step of an ordering conversation: what was asked, what there is, and what comes of it. */
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import type { Cart } from "./cart.ts";
import type { Products } from "./catalogue.ts";

export interface OrderingReply {
  /** What to answer, in order; nothing when the answer is that of somebody else. */
  texts: string[];
  /** A picture (an attachment's id) to go with the first of them. */
  imageId: string | null;
  /** The customer wants a person. */
  wantsPerson: boolean;
  /** To be published, last. */
  news: LiveEvent[];
}

/** The conversation, whose row the caller has locked. */
export interface OrderingAt {
  conversationId: string;
  customerId: string;
  /** The customer's message: what is done for it is done once. */
  messageId: string;
  /** There is a model: what exact words do not answer is thought about. */
  hasModel?: boolean;
}

export interface Asked extends OrderingAt {
  text: string;
  /** More of the same burst comes behind it. */
  moreFollows?: boolean;
}

/** What one step of the ordering conversation works on. */
export interface OrderingStep {
  tx: Tx;
  ctx: Context;
  at: OrderingAt;
  cart: Cart;
  products: Products;
  settings: { name: string; deliveryAgorot: number | null };
}

export function say(...texts: string[]): OrderingReply {
  return { texts, imageId: null, wantsPerson: false, news: [] };
}

export function passOn(): OrderingReply {
  return { ...say(), wantsPerson: true };
}
