import { NotFound } from "#lib/errors.ts";
import { tellOfPayment } from "#lib/payments/tell-of-payment.ts";
import { paymentWebhook } from "#lib/web/payment-webhook.ts";

/** Genuine is what comes to the address of a payment. As a terminal may be set up, it is posted or stands in the address. */
export const POST = paymentWebhook(({ query, body }) => {
  const form = new URLSearchParams([...query, ...new URLSearchParams(body)]);
  return tellOfPayment(query.get("payment") ?? "", form).catch((error: unknown) => {
    if (error instanceof NotFound) return false;
    throw error;
  });
});
export const GET = POST;
