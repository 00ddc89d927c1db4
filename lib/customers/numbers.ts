/** Further numbers of a customer. A number is one customer's. */
import { and, eq } from "drizzle-orm";
import { customerNumber } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { Conflict, NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePermission } from "../permissions.ts";
import { cardOf, lockCustomer, lockNumber, ownerOfNumber } from "./queries.ts";
import { type AddNumberInput, addNumberInput, type CustomerCard } from "./schemas.ts";

const MOST = 10;

/**
 * Whoever calls or writes from this number is known as this customer from now on. Throws Conflict when it is a customer's
 * already, RuleBroken after the tenth, NotFound for another business's customer.
 */
export async function addNumber(ctx: Context, input: AddNumberInput): Promise<CustomerCard> {
  requirePermission(ctx, "customers.write");
  const { customerId, phone } = addNumberInput.parse(input);

  return forBusiness(ctx, async function addNumber(tx) {
    await lockCustomer(tx, customerId);
    await lockNumber(tx, ctx, phone);
    const owner = await ownerOfNumber(tx, ctx, phone);
    if (owner) throw new Conflict(taken(owner, customerId));
    if ((await cardOf(tx, customerId)).phones.length >= MOST)
      throw new RuleBroken(`אפשר לשמור עד ${MOST} מספרים נוספים`);
    await tx.insert(customerNumber).values({ businessId: ctx.businessId, customerId, phone });
    await recordAudit(tx, ctx, { action: "customer.add_number", subjectId: customerId, after: { phone } });
    await publish(tx, { type: "customer.changed", customerId });
    return cardOf(tx, customerId);
  });
}

/** Takes a further number away; a conversation that was begun from it stays the customer's. Throws NotFound. */
export async function removeNumber(ctx: Context, customerId: string, phone: string): Promise<CustomerCard> {
  requirePermission(ctx, "customers.write");

  return forBusiness(ctx, async function removeNumber(tx) {
    const [removed] = await tx
      .delete(customerNumber)
      .where(
        and(
          eq(customerNumber.businessId, ctx.businessId),
          eq(customerNumber.phone, phone),
          eq(customerNumber.customerId, customerId),
        ),
      )
      .returning({ phone: customerNumber.phone });
    if (!removed) throw new NotFound("המספר לא נמצא אצל הלקוח הזה");
    await recordAudit(tx, ctx, { action: "customer.remove_number", subjectId: customerId, before: removed });
    await publish(tx, { type: "customer.changed", customerId });
    return cardOf(tx, customerId);
  });
}

function taken(owner: { id: string; name: string | null }, customerId: string): string {
  if (owner.id === customerId) return "המספר הזה כבר שמור אצל הלקוח";
  return owner.name === null ? "המספר הזה שמור אצל לקוח אחר, שעוד אין לו שם" : `המספר הזה שמור אצל ${owner.name}`;
}
