import { gateway } from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import type { Tx } from "../db/tenant.ts";
import { Forbidden, NotConfigured } from "../errors.ts";
import { type PaymentProvider, paymentProviders } from "./schemas/states.ts";

const NAME: Record<PaymentProvider, string> = { paypal: "PayPal", tranzila: "טרנזילה" };

/**
 * Who takes a payment that is asked for: whom was asked for, else the first that can. Throws Forbidden when the business
 * has switched them off, NotConfigured when there are no keys, which are not needed where nothing is charged.
 */
export async function whichProvider(tx: Tx, wanted: PaymentProvider | undefined): Promise<PaymentProvider> {
  const rows = await tx.select().from(gateway);
  const isOff = (provider: PaymentProvider) => rows.some((one) => one.provider === provider && !one.enabled);
  const on = (wanted === undefined ? paymentProviders : [wanted]).filter((provider) => !isOff(provider));
  const [first] = on;
  if (first === undefined)
    throw new Forbidden(wanted === undefined ? "העסק לא מקבל תשלומים" : `העסק לא מקבל תשלומים ב${nameOf(wanted)}`);
  const ready = on.find((provider) => rows.some((one) => one.provider === provider && one.keys !== null));
  if (ready !== undefined) return ready;
  if (!env().PAYMENTS_ENABLED) return first;
  throw new NotConfigured(
    `חסרים המפתחות של ${on.map((one) => NAME[one]).join(" ושל ")}: מוסיפים אותם בהגדרות, תשלומים`,
  );
}

/** Whom customers are sent to; null as long as this business takes no payments. */
export async function readyProvider(tx: Tx): Promise<PaymentProvider | null> {
  if (!env().PAYMENTS_ENABLED) return null;
  const rows = await tx.select().from(gateway);
  const isReady = (provider: PaymentProvider) =>
    rows.some((one) => one.provider === provider && one.enabled && one.keys !== null);
  return paymentProviders.find(isReady) ?? null;
}

function nameOf(provider: PaymentProvider): string {
  // Behind a Hebrew prefix, foreign letters are set off by a hyphen.
  return provider === "paypal" ? `־${NAME[provider]}` : NAME[provider];
}
