/** Who takes payments, and how far one has come. */
import { z } from "zod";

/** In the order in which they are asked when nobody says who. */
export const paymentProviders = ["tranzila", "paypal"] as const;
export const paymentProvider = z.enum(paymentProviders);
export type PaymentProvider = z.infer<typeof paymentProvider>;

/** `pending`: the payer has done their part, and the money is not there yet. */
export const paymentStatuses = ["open", "cancelled", "pending", "paid", "refunded"] as const;
export const paymentStatus = z.enum(paymentStatuses);
export type PaymentStatus = z.infer<typeof paymentStatus>;

/** Only ever forward; money that comes counts also for what was cancelled. */
export function advances(from: PaymentStatus, to: PaymentStatus): boolean {
  return paymentStatuses.indexOf(to) > paymentStatuses.indexOf(from);
}
