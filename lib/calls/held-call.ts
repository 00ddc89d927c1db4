import type { SQL } from "drizzle-orm";
import { eq } from "drizzle-orm";
import { business, call, customer } from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";

export interface HeldCall {
  call: typeof call.$inferSelect;
  business: typeof business.$inferSelect;
  customer: typeof customer.$inferSelect | null;
}

/** A call with all that is known around it; until the transaction ends nobody else changes it. */
export async function heldCall(tx: Tx, which: SQL): Promise<HeldCall | null> {
  const [row] = await tx
    .select({ call, business, customer })
    .from(call)
    .innerJoin(business, eq(business.id, call.businessId))
    .leftJoin(customer, eq(customer.id, call.customerId))
    .where(which)
    .for("update", { of: call });
  return row ?? null;
}
