import { and, asc, eq, sql } from "drizzle-orm";
import { customer, customerNumber, user } from "#drizzle/schema/index.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import type { CustomerCard } from "./schemas.ts";

/** Throws NotFound when there is none in this business. */
export async function cardOf(tx: Tx, customerId: string): Promise<CustomerCard> {
  const [row] = await tx.select().from(customer).where(eq(customer.id, customerId));
  if (!row) throw new NotFound("הלקוח לא נמצא");
  const { id, name, phone, tags, notes, marketing, createdAt } = row;
  const numbers = await tx
    .select({ phone: customerNumber.phone })
    .from(customerNumber)
    .where(and(eq(customerNumber.businessId, row.businessId), eq(customerNumber.customerId, customerId)))
    .orderBy(asc(customerNumber.createdAt), asc(customerNumber.phone));
  return {
    ...{ id, name, phone, tags, notes, marketing },
    phones: numbers.map((number) => number.phone),
    consent: await consentOf(tx, row),
    createdAt: createdAt.toISOString(),
  };
}

/** What `marketingSource` says of whoever of the staff wrote it down: this and the user's id. */
export const BY_STAFF = "staff:";

async function consentOf(tx: Tx, row: typeof customer.$inferSelect): Promise<CustomerCard["consent"]> {
  const { marketingAt, marketingSource } = row;
  if (marketingAt === null) return null;
  const at = marketingAt.toISOString();
  if (!marketingSource?.startsWith(BY_STAFF)) return { at, by: "customer", staffName: null };
  const staffId = marketingSource.slice(BY_STAFF.length);
  const [staff] = await tx.select({ name: user.name }).from(user).where(eq(user.id, staffId));
  return { at, by: "staff", staffName: staff?.name ?? null };
}

/** Locks the customer until the end of the transaction. Throws NotFound when there is none in this business. */
export async function lockCustomer(tx: Tx, customerId: string): Promise<typeof customer.$inferSelect> {
  const [row] = await tx.select().from(customer).where(eq(customer.id, customerId)).for("update");
  if (!row) throw new NotFound("הלקוח לא נמצא");
  return row;
}

/** Whose number this is (E.164), by their first or a further one. */
export async function ownerOfNumber(
  tx: Tx,
  ctx: Context,
  phone: string,
): Promise<{ id: string; name: string | null } | undefined> {
  const columns = { id: customer.id, name: customer.name };
  const own = tx
    .select(columns)
    .from(customer)
    .where(and(eq(customer.businessId, ctx.businessId), eq(customer.phone, phone)));
  const further = tx
    .select(columns)
    .from(customerNumber)
    .innerJoin(customer, eq(customer.id, customerNumber.customerId))
    .where(and(eq(customerNumber.businessId, ctx.businessId), eq(customerNumber.phone, phone)));
  // One question, since a caller waits; a number is never both (lockNumber).
  const [owner] = await own.unionAll(further).limit(1);
  return owner;
}

/** One at a time decides whose number this is, until the end of the transaction. */
export async function lockNumber(tx: Tx, ctx: Context, phone: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.businessId} ${phone}`}, 0))`);
}
