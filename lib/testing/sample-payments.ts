/** A business that is paid, and a link for one of its orders. */
import { eq } from "drizzle-orm";
import { gateway, order, paymentPage } from "#drizzle/schema/index.ts";
import { forBusiness } from "../db/tenant.ts";
import { insertPayment } from "../payments/create-payment.ts";
import { sealKeys } from "../payments/keys.ts";
import type { TestBusiness } from "./business.ts";

export interface PaymentSample {
  id: string;
  token: string;
}

export async function paymentSampleOf({ id: businessId, ctx }: TestBusiness, orderId: string): Promise<PaymentSample> {
  const provider = "paypal";
  const keys = sealKeys(businessId, { provider, keys: { clientId: "c", clientSecret: "s", webhookId: "w" } });
  return forBusiness(ctx, async (tx) => {
    const [made] = await tx
      .insert(gateway)
      .values({ businessId, provider, keys, keysHint: "…c" })
      .returning({ id: gateway.id });
    const [row] = await tx.select().from(order).where(eq(order.id, orderId));
    if (!row) throw new Error("there is no such order");
    const { customerId, totalAgorot: amountAgorot } = row;
    const asked = { orderId, customerId, amountAgorot, provider, description: "הזמנה 1001" } as const;
    const payment = await insertPayment(tx, ctx, asked);
    await tx.insert(paymentPage).values({ businessId, paymentId: payment.id, gatewayId: made?.id ?? "" });
    return payment;
  });
}
