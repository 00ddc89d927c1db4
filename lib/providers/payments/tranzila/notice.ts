import { z } from "zod";
import { OUR_FIELD } from "./map.ts";

/** What Tranzila posts to us, and sends the payer's browser with. It signs nothing: all of it is only a hint. */
export interface TranzilaNotice {
  /** The payment of ours that it names; null: none. */
  paymentId: string | null;
  /** The charge that it tells of. */
  charge: string | null;
}

const fields = z.object({ [OUR_FIELD]: z.uuid().nullable().catch(null), index: chargeNumber().nullable().catch(null) });

export function readTranzilaNotice(form: URLSearchParams): TranzilaNotice {
  const { [OUR_FIELD]: paymentId, index: charge } = fields.parse(Object.fromEntries(form));
  return { paymentId, charge };
}

function chargeNumber() {
  return z.string().regex(/^\d{1,15}$/);
}
