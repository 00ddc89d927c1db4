import { customer } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { lockNumber, ownerOfNumber } from "./queries.ts";

/**
 * The customer with this number (E.164), by their first or a further one; made when there is none yet (the caller
 * publishes it then). Safe when two ask at once.
 */
export async function customerByPhone(tx: Tx, ctx: Context, phone: string): Promise<{ id: string; created: boolean }> {
  const known = await ownerOfNumber(tx, ctx, phone);
  if (known) return { id: known.id, created: false };
  await lockNumber(tx, ctx, phone);
  const meanwhile = await ownerOfNumber(tx, ctx, phone);
  if (meanwhile) return { id: meanwhile.id, created: false };
  const [made] = await tx.insert(customer).values({ businessId: ctx.businessId, phone }).returning({ id: customer.id });
  if (!made) throw new Error("an insert returned nothing");
  return { id: made.id, created: true };
}
