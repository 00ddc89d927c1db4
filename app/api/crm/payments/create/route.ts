import { createPayment } from "#lib/payments/create-payment.ts";
import type { CreatePaymentInput } from "#lib/payments/schemas/payments.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const POST = businessRoute(async ({ ctx, body }) =>
  json(await createPayment(ctx, body as CreatePaymentInput), 201),
);
