import { takePayPalNotice } from "#lib/payments/take-paypal-notice.ts";
import { paymentWebhook } from "#lib/web/payment-webhook.ts";

export const POST = paymentWebhook(({ headers, body }) => takePayPalNotice(headers, body));
