import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { requirePermission } from "../permissions.ts";
import { cardOf } from "./queries.ts";
import type { CustomerCard } from "./schemas.ts";

/** What is known of a customer themselves; what they did is asked of its own domain. Throws NotFound for another business's. */
export async function getCustomerCard(ctx: Context, customerId: string): Promise<CustomerCard> {
  requirePermission(ctx, "customers.read");
  return forBusiness(ctx, (tx) => cardOf(tx, customerId), "getCustomerCard");
}
