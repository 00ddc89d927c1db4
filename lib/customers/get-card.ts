import { eq } from "drizzle-orm";
import { customer } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { requirePermission } from "../permissions.ts";
import type { CustomerCard } from "./schemas.ts";

/** What is known of a customer themselves; what they did is asked of its own domain. Throws NotFound for another business's. */
export async function getCustomerCard(ctx: Context, customerId: string): Promise<CustomerCard> {
  requirePermission(ctx, "customers.read");
  const [row] = await forBusiness(
    ctx,
    (tx) => tx.select().from(customer).where(eq(customer.id, customerId)),
    "getCustomerCard",
  );
  if (!row) throw new NotFound("הלקוח לא נמצא");
  const { id, name, phone, tags, marketing, createdAt } = row;
  return { id, name, phone, tags, marketing, createdAt: createdAt.toISOString() };
}
