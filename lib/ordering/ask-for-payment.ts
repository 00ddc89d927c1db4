import { eq } from "drizzle-orm";
import { order } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { requirePayLink } from "../payments/order-payment.ts";
import { requirePermission } from "../permissions.ts";
import { languageIn } from "./language.ts";
import { orderDetailsById } from "./order-queries.ts";
import type { OrderDetails } from "./schemas/orders.ts";
import { lockTalkOf, tellCustomer } from "./tell-customer.ts";
import { type Texts, textsIn } from "./texts/index.ts";

/**
 * Makes a link to pay for an order that has none, and sends it to who ordered in writing. Throws RuleBroken for what is
 * cancelled, paid or costs nothing, Forbidden and NotConfigured where the business cannot be paid, NotFound.
 */
export async function askForPayment(ctx: Context, orderId: string): Promise<OrderDetails> {
  requirePermission(ctx, "payments.write");
  if (!env().PAYMENTS_ENABLED) throw new RuleBroken("התשלומים כבויים כרגע");

  return forBusiness(ctx, async function askForPayment(tx) {
    const talk = await lockTalkOf(tx, orderId);
    const [row] = await tx.select().from(order).where(eq(order.id, orderId)).for("update");
    if (!row || row.archivedAt !== null) throw new NotFound("ההזמנה לא נמצאה");
    if (row.status === "cancelled") throw new RuleBroken("ההזמנה בוטלה, ואין על מה לשלם");
    if (row.totalAgorot === 0) throw new RuleBroken("אין על מה לשלם בהזמנה הזאת");
    const { number, customerId, totalAgorot } = row;
    const description = textsIn(await languageIn(tx, row.conversationId)).orderName(number);
    const link = await requirePayLink(tx, ctx, { orderId, customerId, totalAgorot, description });
    if (talk) {
      const say = (texts: Texts) => texts.toPay(number, totalAgorot, link);
      await publish(tx, ...(await tellCustomer(tx, ctx, talk, { number, say, onceKey: `order:${orderId}:pay` })));
    }
    await publish(tx, { type: "order.changed", orderId });
    return orderDetailsById(tx, orderId);
  });
}
