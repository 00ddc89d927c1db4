import { z } from "zod";
import { delivery, orderStatus } from "./states.ts";

/** As the API has it: money in shekels. */
export const orderView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  status: orderStatus,
  customerId: z.uuid(),
  customerName: z.string().nullable(),
  customerPhone: z.string().nullable(),
  conversationId: z.uuid().nullable(),
  total: z.number(),
  vat: z.number(),
  delivery: z.discriminatedUnion("kind", [
    delivery.options[0],
    z.object({ kind: z.literal("delivery"), address: z.string(), fee: z.number() }),
  ]),
  notes: z.string(),
  items: z.array(
    z.object({
      productId: z.uuid(),
      name: z.string(),
      options: z.record(z.string(), z.string()),
      quantity: z.number().int(),
      price: z.number(),
    }),
  ),
  createdAt: z.iso.datetime(),
});
export type OrderView = z.infer<typeof orderView>;

export const orderListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  status: orderStatus.optional(),
  customerId: z.uuid().optional(),
});
export type OrderListInput = z.input<typeof orderListInput>;

export const moveOrderInput = z.object({ orderId: z.uuid(), status: orderStatus });
export type MoveOrderInput = z.input<typeof moveOrderInput>;
