import type { KnownCharge } from "../settle-payment.ts";

const ACCOUNT = crypto.randomUUID();

/** A charge as a provider would tell of it, at some account. */
export function charged(id: string, changes: Partial<KnownCharge> = {}): KnownCharge {
  return { id, status: "paid", amountAgorot: 5600, gatewayId: ACCOUNT, provider: "paypal", ...changes };
}
