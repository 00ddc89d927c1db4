import { eq } from "drizzle-orm";
import { order } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { forBusiness } from "../db/tenant.ts";
import { NotFound, RuleBroken } from "../errors.ts";
import { publish } from "../events/publish.ts";
import { askForOrder } from "../payments/of-order.ts";
import { whichProvider } from "../payments/which-provider.ts";
import { requirePermission } from "../permissions.ts";
import { orderDetailsById } from "./order-queries.ts";
import type { OrderDetails } from "./schemas/orders.ts";
import { languageIn, lockTalkOf, tellCustomer } from "./tell-customer.ts";
import { textsIn } from "./texts/index.ts";

/**
 * Makes a link to pay for an order that has none, and sends it to who ordered in writing. Throws RuleBroken for what is
 * cancelled or costs nothing, Forbidden and NotConfigured where the business cannot be paid, NotFound.
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
    const asked = { orderId, customerId, totalAgorot, description };
    const link = await askForOrder(tx, ctx, asked, await whichProvider(tx, undefined));
    if (talk) {
      const told = { number, onceKey: `order:${orderId}:pay` };
      const news = await tellCustomer(tx, ctx, talk, {
        ...told,
        say: (texts) => texts.toPay(number, totalAgorot, link),
      });
      await publish(tx, ...news);
    }
    await publish(tx, { type: "order.changed", orderId });
    return orderDetailsById(tx, ctx, orderId);
  });
}
