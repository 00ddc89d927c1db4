import { getCustomerCard } from "#lib/customers/get-card.ts";
import type { UpdateCustomerInput } from "#lib/customers/schemas.ts";
import { updateCustomer } from "#lib/customers/update-customer.ts";
import { businessRoute, json } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, id }) => json(await getCustomerCard(ctx, id)));

export const PATCH = businessRoute(async ({ ctx, id, body }) =>
  json(await updateCustomer(ctx, { ...body, customerId: id } as UpdateCustomerInput)),
);
