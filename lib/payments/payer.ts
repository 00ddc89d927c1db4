/** Who has a link to pay, and for what. */
import { eq } from "drizzle-orm";
import { business, order, payment } from "#drizzle/schema/index.ts";
import { type Context, systemContext } from "../context.ts";
import { businessByPaymentToken } from "../db/system.ts";
import type { Tx } from "../db/tenant.ts";
import { NotFound } from "../errors.ts";
import { isPayToken } from "./pay-page-url.ts";

/** Throws NotFound for a name that is nobody's. */
export async function contextOfPayer(token: string): Promise<Context> {
  const businessId = isPayToken(token) ? await businessByPaymentToken(token) : null;
  if (businessId === null) throw new NotFound("הקישור לתשלום לא נמצא");
  return systemContext(businessId, "pay page");
}

/** What is asked for, by whom, and where it was ordered. */
export async function askedOfPayer(tx: Tx, token: string) {
  const [found] = await tx
    .select({ row: payment, payee: business.name, conversationId: order.conversationId })
    .from(payment)
    .innerJoin(business, eq(business.id, payment.businessId))
    .leftJoin(order, eq(order.id, payment.orderId))
    .where(eq(payment.token, token));
  if (!found) throw new NotFound("הקישור לתשלום לא נמצא");
  return found;
}
