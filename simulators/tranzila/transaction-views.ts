/** A transaction as the merchant hears of it: in the notify, and in the report. */
import { israelTime } from "./israel-time.ts";
import type { Means } from "./means.ts";
import type { TranzilaTerminal } from "./terminals.ts";
import type { Transaction } from "./transactions.ts";

/** The fields of the notify, and of the form that brings the payer back. What Tranzila says replaces what was sent to it. */
export function resultFields(transaction: Transaction): Record<string, string> {
  const { order, means, terminal, index } = transaction;
  const { sum, currency, tranmode, cred_type, thtk, contact, email, phone, pdesc } = order.params;
  const known = { sum, currency, supplier: terminal, tranmode, cred_type, thtk, contact, email, phone, pdesc };
  return {
    ...order.own,
    ...Object.fromEntries(
      Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    ...cardFields(means),
    ...(tranmode.endsWith("K") ? { TranzilaTK: tokenOf(transaction) } : {}),
    Response: transaction.response,
    ConfirmationCode: confirmationCode(transaction),
    index: String(index),
    Tempref: `${String(index).padStart(4, "0")}0001`,
  };
}

export interface ReportRow {
  index: number;
  /** In agorot (cents). */
  amount: number;
  currency: string;
  processor_response_code: string;
  txn_type: "DEBIT" | "VERIFY";
  tranmode: string;
  payment_plan: string;
  authorization_number: string;
  transaction_date: string;
  transaction_time: string;
  card_last_4?: string;
  [userDefined: `user_defined_${number}`]: string;
}

/** Its row in the report of its terminal. */
export function reportRow(terminal: TranzilaTerminal, transaction: Transaction): ReportRow {
  const { order, means, index, response } = transaction;
  const { date, time } = israelTime(transaction.at);
  const row: ReportRow = {
    index,
    amount: order.agorot,
    currency: order.params.currency,
    processor_response_code: response,
    txn_type: order.params.tranmode.startsWith("A") ? "DEBIT" : "VERIFY",
    tranmode: order.params.tranmode,
    payment_plan: order.params.cred_type,
    authorization_number: confirmationCode(transaction),
    transaction_date: date,
    transaction_time: time,
  };
  if (means.kind === "card") row.card_last_4 = means.last4;
  for (const [place, name] of terminal.fields.entries()) {
    const value = order.fields[name];
    if (value !== undefined) row[`user_defined_${place + 1}`] = value;
  }
  return row;
}

function confirmationCode({ response, index }: Transaction): string {
  return response === "000" ? `0${String(100_000 + index)}` : "0000000";
}

function tokenOf({ means, index }: Transaction): string {
  return means.kind === "card" ? `sim${String(index).padStart(12, "0")}${means.last4}` : "";
}

// Visa, Mastercard, Diners and American Express as the network numbers them, told by the first digits.
function cardFields(means: Means): Record<string, string> {
  if (means.kind === "bit") return {};
  const { number, last4, month, year } = means;
  const cardtype = number.startsWith("4") ? "2" : /^3[47]/.test(number) ? "4" : number.startsWith("3") ? "3" : "1";
  return { ccno: last4, cardtype, expmonth: month, expyear: year };
}
