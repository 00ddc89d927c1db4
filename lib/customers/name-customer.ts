import { eq } from "drizzle-orm";
import { z } from "zod";
import { customer } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";

const nameCustomerInput = z.object({ customerId: z.uuid(), name: z.string().trim().min(1, "חסר שם").max(120) });

/** Writes down what the customer is called. Throws NotFound for another business's customer. */
export async function nameCustomer(ctx: Context, input: z.input<typeof nameCustomerInput>): Promise<void> {
  requirePermission(ctx, "customers.write");
  const { customerId, name } = nameCustomerInput.parse(input);

  await forBusiness(ctx, async function nameCustomer(tx) {
    const [before] = await tx
      .select({ name: customer.name })
      .from(customer)
      .where(eq(customer.id, customerId))
      .for("update");
    if (!before) throw new NotFound("הלקוח לא נמצא");
    if (before.name === name) return;
    await tx.update(customer).set({ name, updatedAt: new Date() }).where(eq(customer.id, customerId));
    await recordAudit(tx, ctx, { action: "customer.name", subjectId: customerId, before, after: { name } });
    await publish(tx, { type: "customer.changed", customerId });
  });
}
