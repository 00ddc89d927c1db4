import { systemContext } from "../../context.ts";
import { forBusiness } from "../../db/tenant.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { askProvider } from "../ask-provider.ts";
import { lookAgain } from "../confirm-later.ts";

/**
 * Asks the provider what became of a payment. One that looks of its own accord looks again, also when it is paid: it may be
 * paid twice, or given back, and nobody tells.
 */
export async function confirmPayment(
  { businessId, paymentId, hint, collect, look }: JobPayload<"confirm_payment">,
  signal: AbortSignal,
): Promise<void> {
  const ctx = systemContext(businessId, "payments");
  const status = await askProvider(ctx, paymentId, { hint, collect }, signal);
  if (look === null) return;
  const next = { ...look, nth: look.nth + 1 };
  await forBusiness(ctx, (tx) => lookAgain(tx, ctx, paymentId, next, status === "pending"), "lookAgain");
}
