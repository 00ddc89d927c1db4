/** What a cart and an order can be. */
import { z } from "zod";

/** Where the ordering conversation stands: looking around; asked for an address, for a yes. */
export const cartStates = ["browsing", "asking_address", "confirming"] as const;
export type CartState = (typeof cartStates)[number];

/** A choice that belongs to a product ("גודל": "קטן", "גדול"), with what it adds to the price. */
export const productOption = z.object({
  name: z.string().trim().min(1).max(60),
  choices: z
    .array(z.object({ label: z.string().trim().min(1).max(60), extraAgorot: z.number().int().min(0).default(0) }))
    .min(1)
    .max(20),
});
export type ProductOption = z.infer<typeof productOption>;

export const cartItem = z.object({
  productId: z.uuid(),
  quantity: z.number().int().min(1).max(999),
  options: z.record(z.string(), z.string()).default({}),
});
export type CartItem = z.infer<typeof cartItem>;

export const orderStatuses = ["new", "confirmed", "packed", "sent", "done", "cancelled"] as const;
export const orderStatus = z.enum(orderStatuses);
export type OrderStatus = z.infer<typeof orderStatus>;

export const delivery = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pickup") }),
  z.object({ kind: z.literal("delivery"), address: z.string(), feeAgorot: z.number().int().min(0) }),
]);
export type Delivery = z.infer<typeof delivery>;
