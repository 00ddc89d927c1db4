import { z } from "zod";
import { shekels } from "../../hebrew/money.ts";
import { paymentProvider, paymentStatus } from "./states.ts";

export const createPaymentInput = z.object({
  /** Whose it is; only the asker's own business is taken. */
  businessId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  amount: shekels.refine((agorot) => agorot > 0, "הסכום צריך להיות גדול מאפס"),
  description: z
    .string({ error: "חסר על מה התשלום" })
    .trim()
    .min(1, "חסר על מה התשלום")
    .max(120, "התיאור ארוך מדי: עד 120 תווים"),
  provider: paymentProvider.optional(),
});
export type CreatePaymentInput = z.input<typeof createPaymentInput>;

export const createdPayment = z.object({
  paymentId: z.uuid(),
  /** Our own page, which leads on to the provider's. */
  url: z.url(),
  provider: paymentProvider,
  /** `simulation`: no money moves. */
  mode: z.enum(["live", "simulation"]),
});
export type CreatedPayment = z.infer<typeof createdPayment>;

/** A payment as the staff see it beside what it is for. */
export const paymentView = z.object({
  status: paymentStatus,
  url: z.url(),
  provider: paymentProvider,
  paidAt: z.iso.datetime().nullable(),
});
export type PaymentView = z.infer<typeof paymentView>;

/** What can be done on a payer's page: pay; nothing, since nothing is charged here; nothing, since the business cannot be paid now. */
export const payable = z.enum(["yes", "nothing_is_charged", "not_now"]);

/** What the payer sees. */
export const payPage = z.object({
  business: z.string(),
  description: z.string(),
  amountAgorot: z.number().int(),
  provider: paymentProvider,
  status: paymentStatus,
  payable,
  language: z.enum(["he", "en"]),
});
export type PayPage = z.infer<typeof payPage>;
