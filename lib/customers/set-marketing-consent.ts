import { eq } from "drizzle-orm";
import { customer } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Tx } from "../db/tenant.ts";
import type { LiveEvent } from "../events/schemas.ts";
import type { MarketingConsent } from "./schemas.ts";

/**
 * Keeps whether a customer may be sent marketing, on every channel, at once (spam law, 30A). `source` says how it was
 * given or withdrawn, `at` when: what is told late changes nothing that was decided after it; of one second, which is as
 * exact as a phone is, the refusal counts. In the caller's transaction;
 * gives what is to be published, nothing when it was so already.
 */
export async function setMarketingConsent(
  tx: Tx,
  ctx: Context,
  customerId: string,
  marketing: MarketingConsent,
  source: string,
  at = new Date(),
): Promise<LiveEvent[]> {
  const [before] = await tx
    .select({
      marketing: customer.marketing,
      marketingSource: customer.marketingSource,
      marketingAt: customer.marketingAt,
    })
    .from(customer)
    .where(eq(customer.id, customerId))
    .for("update");
  const laterMs = (before?.marketingAt?.getTime() ?? Number.NEGATIVE_INFINITY) - at.getTime();
  if (!before || laterMs > (marketing === "refused" ? 999 : 0)) return [];
  const same = before.marketing === marketing;
  await tx
    .update(customer)
    .set({
      marketingAt: laterMs > 0 ? before.marketingAt : at,
      ...(same ? {} : { marketing, marketingSource: source, updatedAt: new Date() }),
    })
    .where(eq(customer.id, customerId));
  if (same) return [];
  const { marketingAt: _, ...was } = before;
  const after = { marketing, marketingSource: source };
  await recordAudit(tx, ctx, { action: "customer.marketing", subjectId: customerId, before: was, after });
  return [{ type: "customer.changed", customerId }];
}
