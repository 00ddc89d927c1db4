import { env } from "../config/env.ts";
import type { Tx } from "../db/tenant.ts";
import { Forbidden, NotConfigured } from "../errors.ts";
import { currentGateways, isReady, type ReadyGateway, readyGateways } from "./gateway-rows.ts";
import { type PaymentProvider, paymentProviders } from "./schemas/states.ts";

const NAME: Record<PaymentProvider, string> = { paypal: "PayPal", tranzila: "טרנזילה" };

/**
 * Who takes a payment that is asked for: whom was asked for, else the first that can. Throws Forbidden when the business
 * has switched them off, NotConfigured when there are no keys, which are not needed where nothing is charged.
 */
export async function whichProvider(tx: Tx, wanted: PaymentProvider | undefined): Promise<PaymentProvider> {
  const rows = await currentGateways(tx);
  const isOff = (provider: PaymentProvider) => rows.some((one) => one.provider === provider && !one.enabled);
  const on = (wanted === undefined ? paymentProviders : [wanted]).filter((provider) => !isOff(provider));
  const [first] = on;
  if (first === undefined)
    throw new Forbidden(
      wanted === undefined ? "העסק לא מקבל תשלומים" : `העסק לא מקבל תשלומים ב${behindPrefix(wanted)}`,
    );
  const ready = on.find((provider) => rows.some((one) => one.provider === provider && isReady(one)));
  if (ready !== undefined) return ready;
  if (!env().PAYMENTS_ENABLED) return first;
  throw new NotConfigured(
    `חסרים המפתחות של ${on.map((one) => NAME[one]).join(" ושל ")}: מוסיפים אותם בהגדרות, תשלומים`,
  );
}

/** Whom customers are sent to; null as long as this business takes no payments. */
export async function readyProvider(tx: Tx): Promise<PaymentProvider | null> {
  if (!env().PAYMENTS_ENABLED) return null;
  const ready = await readyGateways(tx);
  return paymentProviders.find((provider) => ready.some((one) => one.provider === provider)) ?? null;
}

/** Whom a payer is sent to: whom it was asked of, or, when that one cannot be paid any more, another. */
export async function gatewayFor(tx: Tx, provider: PaymentProvider): Promise<ReadyGateway | undefined> {
  const ready = await readyGateways(tx);
  return ready.find((one) => one.provider === provider) ?? ready[0];
}

/** Foreign letters are set off from a Hebrew prefix by a hyphen. */
function behindPrefix(provider: PaymentProvider): string {
  return provider === "paypal" ? `־${NAME[provider]}` : NAME[provider];
}
