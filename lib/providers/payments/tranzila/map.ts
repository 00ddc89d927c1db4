import { z } from "zod";
import type { Charge } from "../types.ts";

/** The merchant's own field, which the terminal must have as a user-defined one: it comes back in notices and reports. */
export const OUR_FIELD = "moked_payment";

export const handshake = z.object({ thtk: z.string().min(1) });

const text = z.union([z.string(), z.number()]).transform(String);

/**
 * One transaction of the report. Amounts are in the smallest unit of their currency:
 * https://docs.tranzila.com/docs/reports/tranzila-transaction-reports-api (which says so; no real row was at hand).
 */
const row = z.looseObject({
  index: text,
  amount: z.coerce.number().int(),
  currency: text,
  processor_response_code: text,
  txn_type: z.string(),
  tranmode: z.string().nullish(),
  payment_plan: text.nullish(),
});
type ReportRow = z.infer<typeof row>;
export const report = z.object({ transactions: z.array(z.unknown()) });

const APPROVED = "000";
const SHEKELS = new Set(["1", "ILS"]);
/** In one sum: by credit card, by debit card. The payer can edit the page's address, so that anything else may come. */
const IN_ONE_SUM = new Set(["1", "3"]);

/** The charges among these rows that are for this payment; what was only checked or held is none. */
export function chargesIn(transactions: readonly unknown[], paymentId: string): Charge[] {
  return transactions
    .flatMap((one) => row.safeParse(one).data ?? [])
    .filter((one) => isFor(one, paymentId) && one.processor_response_code === APPROVED)
    .filter(({ txn_type, tranmode, payment_plan }) => {
      const inFull = payment_plan == null || IN_ONE_SUM.has(payment_plan);
      return txn_type.toUpperCase() === "DEBIT" && (tranmode == null || tranmode.toUpperCase() === "A") && inFull;
    })
    .map(({ index, amount, currency }) => ({
      id: index,
      status: "paid",
      amountAgorot: SHEKELS.has(currency.toUpperCase()) ? amount : null,
    }));
}

/** Indexes count up, so that anybody can name somebody else's charge: only our own field says whose it is. */
function isFor(transaction: ReportRow, paymentId: string): boolean {
  return Object.entries(transaction).some(
    ([name, value]) => (name === OUR_FIELD || /^user_defined_\d+$/.test(name)) && value === paymentId,
  );
}
