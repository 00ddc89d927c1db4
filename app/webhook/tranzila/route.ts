import { takeTranzilaNotice } from "#lib/payments/notices.ts";
import { paymentWebhook } from "#lib/web/payment-webhook.ts";

/** What is posted, or, as a terminal may be set up, stands in the address. */
export const POST = paymentWebhook(({ query, body }) =>
  takeTranzilaNotice(query.get("payment"), Object.fromEntries([...query, ...new URLSearchParams(body)])),
);
export const GET = POST;
