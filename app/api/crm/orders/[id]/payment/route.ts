import { askForPayment } from "#lib/ordering/ask-for-payment.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const POST = businessRoute(async ({ ctx, id }) => json(await askForPayment(ctx, id), 201));
