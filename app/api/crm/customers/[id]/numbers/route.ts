import { addNumber, removeNumber } from "#lib/customers/numbers.ts";
import type { AddNumberInput } from "#lib/customers/schemas.ts";
import { businessRoute, json } from "#lib/web/route.ts";

/** One more number of the customer. */
export const POST = businessRoute(async ({ ctx, id, body }) =>
  json(await addNumber(ctx, { ...body, customerId: id } as AddNumberInput), 201),
);

/** `?phone=` (E.164) is no number of the customer any more. */
export const DELETE = businessRoute(async ({ ctx, id, query }) => json(await removeNumber(ctx, id, query.phone ?? "")));
