import { z } from "zod";
import { day } from "../../hebrew/asked-dates.ts";
import { messageStatuses } from "../../messaging/schemas/channel.ts";
import { paymentView } from "../../payments/schemas/payments.ts";
import { orderStatus, orderStatuses } from "./states.ts";

/** As the API has it: money in shekels. */
export const orderView = z.object({
  id: z.uuid(),
  /** As people call it, from 1001 on. */
  number: z.number().int(),
  status: orderStatus,
  customerId: z.uuid(),
  customerName: z.string().nullable(),
  customerPhone: z.string().nullable(),
  /** Where it was ordered, and where its customer is told of it; null when nobody wrote. */
  conversationId: z.uuid().nullable(),
  total: z.number(),
  /** Of the total. */
  vat: z.number(),
  delivery: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("pickup") }),
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
  /** What was asked for by a link; null: nothing was. */
  payment: paymentView.nullable(),
  createdAt: z.iso.datetime(),
});
export type OrderView = z.infer<typeof orderView>;

/** One step that an order has made. */
export const orderStep = z.object({
  status: orderStatus,
  at: z.iso.datetime(),
  /** Who did it: the customer by message, somebody of the staff, the product itself. */
  by: z.enum(["customer", "staff", "system"]),
  staffName: z.string().nullable(),
  /** What became of the message to the customer; null when there was none. */
  told: z.enum(messageStatuses).nullable(),
});
export type OrderStep = z.infer<typeof orderStep>;

export const orderDetails = orderView.extend({ history: z.array(orderStep) });
export type OrderDetails = z.infer<typeof orderDetails>;

export const orderSorts = ["created_at", "-created_at", "total", "-total"] as const;
export type OrderSort = (typeof orderSorts)[number];

/** Dates are Asia/Jerusalem days, both inclusive. */
export const orderListInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** An order's number, its customer's name or number, something that was ordered. */
  q: z.string().trim().max(200).optional(),
  /** `open`: everything that somebody still has to do something for. */
  status: z.enum(["open", ...orderStatuses]).optional(),
  customerId: z.uuid().optional(),
  from: day.optional(),
  to: day.optional(),
  sort: z.enum(orderSorts).default("-created_at"),
});
export type OrderListInput = z.input<typeof orderListInput>;

export const createOrderInput = z.object({
  customerId: z.uuid(),
  items: z
    .array(
      z.object({
        productId: z.uuid(),
        quantity: z.number().int("הכמות צריכה להיות מספר שלם").min(1, "הכמות צריכה להיות לפחות 1").max(999, "עד 999"),
        options: z.record(z.string().max(60), z.string().max(60)).default({}),
      }),
    )
    .min(1, "אין פריטים בהזמנה")
    .max(50, "עד חמישים שורות בהזמנה"),
  /** Nothing: they come and fetch it. Delivered at the business's own fee. */
  address: z.string().trim().max(500).optional(),
  notes: z.string().trim().max(500).default(""),
});
export type CreateOrderInput = z.input<typeof createOrderInput>;

export const moveOrderInput = z.object({ orderId: z.uuid(), status: orderStatus });
export type MoveOrderInput = z.input<typeof moveOrderInput>;
