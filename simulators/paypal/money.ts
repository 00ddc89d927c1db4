/** Sums: https://developer.paypal.com/api/rest/reference/currency-codes/ */
import { type Issue, Refusal } from "./errors.ts";

export interface Money {
  currency: string;
  /** In the smallest unit of the currency. */
  minor: bigint;
}

export interface MoneyJson {
  currency_code: string;
  value: string;
}

/** What an Israeli merchant may be paid in; the others are for merchants of their own country only. */
const DECIMALS: Partial<Record<string, 0 | 2>> = {
  ...{ AUD: 2, CAD: 2, CHF: 2, CZK: 2, DKK: 2, EUR: 2, GBP: 2, HKD: 2, HUF: 0, ILS: 2, JPY: 0, MXN: 2, NOK: 2 },
  ...{ NZD: 2, PHP: 2, PLN: 2, SEK: 2, SGD: 2, THB: 2, TWD: 0, USD: 2 },
};
const MOST = 99_999_999_999_999_999n;

/** Reads the sum of an order, of which it is already known that `value` is a number. Throws Refusal 422. */
export function readMoney({ currency_code, value }: MoneyJson): Money {
  const decimals = DECIMALS[currency_code];
  if (decimals === undefined) throw refuse("INVALID_CURRENCY_CODE", "currency_code", currency_code);
  const [whole = "", fraction = ""] = value.replace("-", "").split(".");
  if (fraction.length > decimals)
    throw refuse(decimals === 0 ? "DECIMALS_NOT_SUPPORTED" : "DECIMAL_PRECISION", "value", value);
  const minor = BigInt(whole + fraction.padEnd(decimals, "0"));
  if (minor === 0n || value.startsWith("-")) throw refuse("CANNOT_BE_ZERO_OR_NEGATIVE", "value", value);
  if (minor > MOST) throw refuse("MAX_VALUE_EXCEEDED", "value", value);
  return { currency: currency_code, minor };
}

function refuse(issue: Issue, field: string, value: string): Refusal {
  const path = `/purchase_units/@reference_id=='default'/amount/${field}`;
  return new Refusal(422, [{ issue, field: path, value, location: "body" }]);
}

/** As PayPal writes it: with both decimals, where there are any. */
export function moneyJson({ currency, minor }: Money): MoneyJson {
  const decimals = DECIMALS[currency] ?? 0;
  const digits = minor.toString().padStart(decimals + 1, "0");
  const value = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return { currency_code: currency, value };
}

/** About what PayPal keeps of a payment: 3.4 percent. */
export function feeOf({ currency, minor }: Money): Money {
  return { currency, minor: (minor * 34n + 999n) / 1000n };
}
