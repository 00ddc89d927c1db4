/** What a cart and an order can be. */
import { z } from "zod";

/** Where the ordering conversation stands: looking around; asked for a product's option, for an address, for a yes. */
export const cartStates = ["browsing", "choosing_option", "asking_address", "confirming"] as const;
export type CartState = (typeof cartStates)[number];

/** A choice that belongs to a product ("גודל": "קטן", "גדול"), with what it adds to the price. */
export interface ProductOption {
  name: string;
  choices: { label: string; extraAgorot: number }[];
}

/** One line of a cart. `options`: the chosen label of each of the product's options. */
export interface CartItem {
  productId: string;
  quantity: number;
  options: Record<string, string>;
}

/** What is being added and still lacks one of its product's options; `then`: what waits behind it for the same. */
export interface PendingItem extends CartItem {
  then?: CartItem[];
}

/** What a customer was shown to say yes to, at the prices of that moment. */
export interface ShownOrder {
  lines: (CartItem & { name: string; priceAgorot: number })[];
  address: string | null;
  notes: string;
  /** Null: they come and fetch it. */
  feeAgorot: number | null;
  /** The customer's message that it was the answer to: a "yes" counts while nothing else was said to them since. */
  askedIn?: string;
}

export const orderStatuses = ["new", "confirmed", "packed", "sent", "done", "cancelled"] as const;
export const orderStatus = z.enum(orderStatuses);
export type OrderStatus = z.infer<typeof orderStatus>;

export type Delivery = { kind: "pickup" } | { kind: "delivery"; address: string; feeAgorot: number };

const COURSE: readonly OrderStatus[] = ["new", "confirmed", "packed", "sent", "done"];

/** Forward, also over a step that was not needed; cancelled as long as it is not over. Never back, never out of an end. */
export function mayMove(from: OrderStatus, to: OrderStatus): boolean {
  if (from === "cancelled" || from === "done") return false;
  return to === "cancelled" || COURSE.indexOf(to) > COURSE.indexOf(from);
}

/** What usually comes next: nobody sends what is fetched. Null when it is over. */
export function nextStatus(now: OrderStatus, isDelivered: boolean): OrderStatus | null {
  const next = COURSE[COURSE.indexOf(now) + 1];
  if (now === "cancelled" || next === undefined) return null;
  return next === "sent" && !isDelivered ? "done" : next;
}
