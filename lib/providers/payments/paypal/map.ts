import { z } from "zod";
import { cut } from "../../../hebrew/cut.ts";
import type { Charge, LinkRequest } from "../types.ts";

/** https://developer.paypal.com/docs/api/orders/v2/ */
const money = z.object({ currency_code: z.string(), value: z.string() });
const capture = z.object({ id: z.string().min(1), status: z.string(), amount: money });
type Capture = z.infer<typeof capture>;

export const paypalOrder = z.object({
  id: z.string().min(1),
  status: z.string(),
  links: z.array(z.object({ rel: z.string(), href: z.url() })).default([]),
  purchase_units: z
    .array(
      z.object({
        custom_id: z.string().optional(),
        payments: z.object({ captures: z.array(capture).default([]) }).optional(),
      }),
    )
    .default([]),
});
export type PayPalOrder = z.infer<typeof paypalOrder>;

/** Longer ones are refused. */
const LONGEST = 127;

export function orderOf({ paymentId, amountAgorot, description, payee, language, urls }: LinkRequest) {
  return {
    intent: "CAPTURE",
    purchase_units: [
      {
        custom_id: paymentId,
        description: cut(description, LONGEST),
        amount: { currency_code: "ILS", value: (amountAgorot / 100).toFixed(2) },
      },
    ],
    payment_source: {
      paypal: {
        experience_context: {
          brand_name: cut(payee, LONGEST),
          locale: language === "he" ? "he-IL" : "en-IL",
          shipping_preference: "NO_SHIPPING",
          user_action: "PAY_NOW",
          return_url: urls.done,
          cancel_url: urls.failed,
        },
      },
    },
  };
}

/** Where the payer approves: `payer-action` when we named how they pay, `approve` otherwise. */
export function payerPage({ links }: PayPalOrder): string | undefined {
  return links.find(({ rel }) => rel === "payer-action" || rel === "approve")?.href;
}

/** The charges of this order, if it is for this payment. */
export function chargesOf(order: PayPalOrder, paymentId: string): Charge[] {
  return order.purchase_units
    .filter(({ custom_id }) => custom_id === paymentId)
    .flatMap(({ payments }) => payments?.captures ?? [])
    .flatMap((one) => chargeOf(one));
}

/** What was given back in part is still paid. */
function chargeOf({ id, status, amount }: Capture): Charge[] {
  const amountAgorot = amount.currency_code === "ILS" ? Math.round(Number(amount.value) * 100) : null;
  switch (status) {
    case "COMPLETED":
    case "PARTIALLY_REFUNDED":
      return [{ id, status: "paid", amountAgorot }];
    case "PENDING":
      return [{ id, status: "pending", amountAgorot }];
    case "REFUNDED":
      return [{ id, status: "refunded", amountAgorot }];
    case "DECLINED":
    case "FAILED":
      return [{ id, status: "failed", amountAgorot }];
    default:
      return [];
  }
}
