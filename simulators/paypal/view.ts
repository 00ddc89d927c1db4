/** Orders and payments as PayPal writes them. */
import { merchantIdOf } from "./accounts.ts";
import { feeOf, moneyJson } from "./money.ts";
import type { Capture, Order } from "./orders.ts";

/** The one payer there is. */
export const PAYER_ID = "QYR5Z8XDVJNXQ";
const PAYER = {
  name: { given_name: "דנה", surname: "כהן" },
  email_address: "payer@example.com",
  address: { country_code: "IL" },
};

export function payerPageOf(url: string, { id }: Order): string {
  return `${url}/checkoutnow?token=${id}`;
}

export function statusOf({ progress, withSource }: Order): string {
  switch (progress.step) {
    case "created":
      return withSource ? "PAYER_ACTION_REQUIRED" : "CREATED";
    case "approved":
      return "APPROVED";
    case "completed":
      return "COMPLETED";
    default:
      return progress satisfies never;
  }
}

/** What `Prefer: return=minimal` shows, which is the default. */
export function minimalOrderJson(url: string, order: Order): object {
  const { id, unit, progress } = order;
  const about = { id, status: statusOf(order), ...payerJson(order), links: linksOf(url, order) };
  if (progress.step !== "completed") return about;
  const payments = paymentsJson(url, order, progress.capture);
  return { ...about, purchase_units: [{ reference_id: unit.reference_id, payments }] };
}

export function orderJson(url: string, order: Order): object {
  const { id, app, unit, progress, createdAt, updatedAt } = order;
  const merchant_id = merchantIdOf(app);
  const payee = { email_address: `${merchant_id.toLowerCase()}@business.example.com`, merchant_id };
  const payments = progress.step === "completed" ? { payments: paymentsJson(url, order, progress.capture) } : {};
  return {
    id,
    intent: "CAPTURE",
    status: statusOf(order),
    ...payerJson(order),
    purchase_units: [{ ...unit, amount: moneyJson(unit.amount), payee, ...payments }],
    create_time: timeJson(createdAt),
    update_time: timeJson(updatedAt),
    links: linksOf(url, order),
  };
}

function payerJson({ progress, withSource }: Order): object {
  if (progress.step === "created") return withSource ? { payment_source: { paypal: {} } } : {};
  const paypal = { ...PAYER, account_id: PAYER_ID, account_status: "VERIFIED" };
  return { payment_source: { paypal }, payer: { ...PAYER, payer_id: PAYER_ID } };
}

function linksOf(url: string, order: Order): object[] {
  const { progress, withSource } = order;
  const href = orderUrl(url, order);
  const self = { href, rel: "self", method: "GET" };
  const toPay = { href: payerPageOf(url, order), rel: withSource ? "payer-action" : "approve", method: "GET" };
  const capture = { href: `${href}/capture`, rel: "capture", method: "POST" };
  switch (progress.step) {
    case "created":
      return withSource ? [self, toPay] : [self, toPay, capture];
    case "approved":
      return [self, capture];
    case "completed":
      return [self];
    default:
      return progress satisfies never;
  }
}

function paymentsJson(url: string, order: Order, capture: Capture): object {
  const refunds = capture.refund ? { refunds: [refundJson(url, order, capture, capture.refund)] } : {};
  return { captures: [captureJson(url, order, capture)], ...refunds };
}

export function captureJson(url: string, order: Order, { id, at, status, amount, refund }: Capture): object {
  const fee = feeOf(amount);
  const net = { ...amount, minor: amount.minor - fee.minor };
  const href = `${url}/v2/payments/captures/${id}`;
  return {
    id,
    status,
    amount: moneyJson(amount),
    final_capture: true,
    ...merchantsOwn(order),
    seller_protection: { status: "ELIGIBLE", dispute_categories: ["ITEM_NOT_RECEIVED", "UNAUTHORIZED_TRANSACTION"] },
    seller_receivable_breakdown: {
      gross_amount: moneyJson(amount),
      paypal_fee: moneyJson(fee),
      net_amount: moneyJson(net),
    },
    create_time: timeJson(at),
    update_time: timeJson(refund?.at ?? at),
    links: [
      { href, rel: "self", method: "GET" },
      { href: `${href}/refund`, rel: "refund", method: "POST" },
      { href: orderUrl(url, order), rel: "up", method: "GET" },
    ],
  };
}

export function refundJson(
  url: string,
  order: Order,
  capture: Capture,
  { id, at }: { id: string; at: number },
): object {
  const amount = moneyJson(capture.amount);
  const none = moneyJson({ ...capture.amount, minor: 0n });
  return {
    id,
    status: "COMPLETED",
    amount,
    ...merchantsOwn(order),
    seller_payable_breakdown: {
      gross_amount: amount,
      paypal_fee: none,
      net_amount: amount,
      total_refunded_amount: amount,
    },
    create_time: timeJson(at),
    update_time: timeJson(at),
    links: [
      { href: `${url}/v2/payments/refunds/${id}`, rel: "self", method: "GET" },
      { href: `${url}/v2/payments/captures/${capture.id}`, rel: "up", method: "GET" },
    ],
  };
}

/** What the merchant wrote on the order and finds again on everything that comes of it. */
function merchantsOwn({ unit: { custom_id, invoice_id } }: Order): object {
  return { ...(custom_id === undefined ? {} : { custom_id }), ...(invoice_id === undefined ? {} : { invoice_id }) };
}

function orderUrl(url: string, { id }: Order): string {
  return `${url}/v2/checkout/orders/${id}`;
}

/** Whole seconds, as PayPal writes most of its times. */
export function timeJson(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d+Z$/, "Z");
}
