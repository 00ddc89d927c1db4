import { z } from "zod";
import { localDay } from "../../../hebrew/time.ts";
import type { Charge, LinkRequest, PaymentQuestion } from "../types.ts";

/** The merchant's own field, which the terminal must have as a user-defined one: it comes back in notices and reports. */
export const OUR_FIELD = "moked_payment";

export const handshake = z.object({ thtk: z.string().min(1) });

/** Before the page is shown, the sum and whose payment it is are agreed on, so that nobody can edit them. */
export function handshakeOf({ amountAgorot, paymentId }: LinkRequest) {
  return { sum: amountAgorot / 100, request_params: { [OUR_FIELD]: paymentId } };
}

/** The parameters of the payment page. https://docs.tranzila.com/docs/payments-and-billing/iframe-integration-directng */
export function pageOf({ paymentId, amountAgorot, description, urls }: LinkRequest): Record<string, string> {
  return {
    sum: (amountAgorot / 100).toFixed(2),
    // Shekels, in one sum, charged now.
    ...{ currency: "1", cred_type: "1", tranmode: "A" },
    // Which other languages it has is not documented where we could read it.
    ...{ lang: "il", new_process: "1", bit_pay: "1" },
    pdesc: description,
    success_url_address: urls.done,
    fail_url_address: urls.failed,
    notify_url_address: urls.notify,
    [OUR_FIELD]: paymentId,
  };
}

const MOST_CHARGES = 100;

/** What the terminal has charged for one payment of ours. */
export function chargedFor({ paymentId, since }: Pick<PaymentQuestion, "paymentId" | "since">) {
  return {
    transaction_start_date: localDay(since),
    transaction_end_date: localDay(new Date()),
    page: 1,
    page_results: MOST_CHARGES,
    ufields: [{ name: OUR_FIELD, operator: "equals", value: paymentId }],
  };
}

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
/** By credit card, by debit card. */
const IN_ONE_SUM = new Set(["1", "3"]);

/**
 * The charges among these rows that are for this payment; what was only checked or held is none. `found`: by the number of
 * a charge that somebody named, or by our field.
 */
export function chargesIn(
  transactions: readonly unknown[],
  paymentId: string,
  found: "by_number" | "by_field",
): Charge[] {
  return transactions
    .flatMap((one) => row.safeParse(one).data ?? [])
    .filter((one) => isFor(one, paymentId, found) && isCharge(one))
    .map((one) => ({
      id: one.index,
      status: one.payment_plan == null || IN_ONE_SUM.has(one.payment_plan) ? "paid" : "unasked",
      amountAgorot: SHEKELS.has(one.currency.toUpperCase()) ? one.amount : null,
    }));
}

/**
 * Charges are numbered one after the other, so that anybody can name somebody else's: only our own field says whose it is. The
 * payer can put another payment's name into another field of theirs; one with two names is found by our field alone.
 */
function isFor(transaction: ReportRow, paymentId: string, found: "by_number" | "by_field"): boolean {
  const own = Object.entries(transaction).filter(([name]) => name === OUR_FIELD || /^user_defined_\d+$/.test(name));
  const named = own.map(([, value]) => value).filter((value) => z.uuid().safeParse(value).success);
  return named.includes(paymentId) && (found === "by_field" || named.length === 1);
}

/** The payer can edit the page's address, so that anything else may come. */
function isCharge({ processor_response_code, txn_type, tranmode }: ReportRow): boolean {
  const isDebit = txn_type.toUpperCase() === "DEBIT" && (tranmode == null || tranmode.toUpperCase() === "A");
  return processor_response_code === APPROVED && isDebit;
}
