import { eq } from "drizzle-orm";
import { customer } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { BY_STAFF, cardOf, lockCustomer } from "./queries.ts";
import { type CustomerCard, type UpdateCustomerInput, updateCustomerInput } from "./schemas.ts";
import { setMarketingConsent } from "./set-marketing-consent.ts";

/**
 * Writes down what a customer is called, their tags, notes, and whether they may be sent marketing. Throws NotFound for
 * another business's customer.
 */
export async function updateCustomer(ctx: Context, input: UpdateCustomerInput): Promise<CustomerCard> {
  requirePermission(ctx, "customers.write");
  const { customerId, marketing, ...values } = updateCustomerInput.parse(input);

  return forBusiness(ctx, async function updateCustomer(tx) {
    const row = await lockCustomer(tx, customerId);
    const names = (["name", "tags", "notes"] as const).filter(
      (name) => values[name] !== undefined && String(values[name]) !== String(row[name]),
    );
    if (names.length > 0) {
      const pick = (from: Partial<typeof row>) => Object.fromEntries(names.map((name) => [name, from[name]]));
      const after = pick(values);
      await tx
        .update(customer)
        .set({ ...after, updatedAt: new Date() })
        .where(eq(customer.id, customerId));
      await recordAudit(tx, ctx, { action: "customer.change", subjectId: customerId, before: pick(row), after });
    }
    const news =
      marketing === undefined ? [] : await setMarketingConsent(tx, ctx, customerId, marketing, sourceOf(ctx));
    if (names.length > 0 || news.length > 0) await publish(tx, { type: "customer.changed", customerId });
    return cardOf(tx, customerId);
  });
}

function sourceOf({ actor }: Context): string {
  return actor.kind === "user" ? `${BY_STAFF}${actor.userId}` : actor.kind;
}
