import { eq } from "drizzle-orm";
import { customer } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import type { MarketingConsent } from "./schemas.ts";

/**
 * Keeps whether a customer may be sent marketing, on every channel, at once (spam law, 30A). `source` says how it was
 * given or withdrawn. In the caller's transaction; gives what is to be published, nothing when it was so already.
 */
export async function setMarketingConsent(
  tx: Tx,
  ctx: Context,
  customerId: string,
  marketing: MarketingConsent,
  source: string,
): Promise<LiveEvent[]> {
  const [before] = await tx
    .select({ marketing: customer.marketing, marketingSource: customer.marketingSource })
    .from(customer)
    .where(eq(customer.id, customerId))
    .for("update");
  if (!before || before.marketing === marketing) return [];
  const now = new Date();
  await tx
    .update(customer)
    .set({ marketing, marketingAt: now, marketingSource: source, updatedAt: now })
    .where(eq(customer.id, customerId));
  const after = { marketing, marketingSource: source };
  await recordAudit(tx, ctx, { action: "customer.marketing", subjectId: customerId, before, after });
  return [{ type: "customer.changed", customerId }];
}
