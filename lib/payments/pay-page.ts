import { env } from "../config/env.ts";
import { forBusiness } from "../db/tenant.ts";
import { languageIn } from "../ordering/language.ts";
import { askedOfPayer, contextOfPayer } from "./payer.ts";
import type { PayPage } from "./schemas/payments.ts";
import { gatewayFor } from "./which-provider.ts";

/** What the payer sees. Throws NotFound for a name that is nobody's. */
export async function payPageOf(token: string): Promise<PayPage> {
  const ctx = await contextOfPayer(token);
  return forBusiness(ctx, async function payPageOf(tx) {
    const { row, payee, conversationId } = await askedOfPayer(tx, token);
    const gateway = await gatewayFor(tx, row.provider);
    const { description, amountAgorot, provider, status } = row;
    return {
      ...{ business: payee, description, amountAgorot, status },
      provider: gateway?.provider ?? provider,
      payable: !env().PAYMENTS_ENABLED ? "nothing_is_charged" : gateway ? "yes" : "not_now",
      language: await languageIn(tx, conversationId),
    };
  });
}
