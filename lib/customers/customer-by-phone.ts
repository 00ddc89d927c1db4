import { and, eq } from "drizzle-orm";
import { customer, customerNumber } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";

/**
 * The customer with this number (E.164), by their first or a further one; made when there is none yet (the caller
 * publishes it then). Safe when two ask at once.
 */
export async function customerByPhone(tx: Tx, ctx: Context, phone: string): Promise<{ id: string; created: boolean }> {
  const [further] = await tx
    .select({ id: customerNumber.customerId })
    .from(customerNumber)
    .where(and(eq(customerNumber.businessId, ctx.businessId), eq(customerNumber.phone, phone)));
  if (further) return { id: further.id, created: false };
  const [made] = await tx
    .insert(customer)
    .values({ businessId: ctx.businessId, phone })
    .onConflictDoNothing({ target: [customer.businessId, customer.phone] })
    .returning({ id: customer.id });
  if (made) return { id: made.id, created: true };
  const [known] = await tx
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.businessId, ctx.businessId), eq(customer.phone, phone)));
  if (!known) throw new Error("a customer's number is taken, but not to be seen");
  return { id: known.id, created: false };
}
