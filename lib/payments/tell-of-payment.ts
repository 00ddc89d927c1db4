import { countHit } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { readTranzilaNotice } from "../providers/payments/index.ts";
import { confirmSoon } from "./confirm-later.ts";
import { askedOfPayer, contextOfPayer } from "./payer.ts";

/** Anybody with the link can tell, and each time a provider is asked. */
const TOLD_AN_HOUR = 60;

/**
 * Somebody tells of a payment, at an address that was made for it alone: Tranzila, which signs nothing, or the payer, who is
 * sent back with the same form. Nothing of it is believed: the provider is asked. False when it names another payment.
 * Throws NotFound for an address that was made for none.
 */
export async function tellOfPayment(token: string, form: URLSearchParams): Promise<boolean> {
  const ctx = await contextOfPayer(token);
  const { paymentId, charge } = readTranzilaNotice(form);
  const { hits } = await countHit(`told:${token}`, 3600);
  return forBusiness(ctx, async function tellOfPayment(tx) {
    const { row } = await askedOfPayer(tx, token);
    if (paymentId !== null && paymentId !== row.id) return false;
    if (hits <= TOLD_AN_HOUR) await confirmSoon(tx, ctx, row.id, { hint: charge, collect: true });
    return true;
  });
}
