/** What a payment page is asked for: https://docs.tranzila.com/docs/payments-and-billing/iframe-integration-directng */
import { z } from "zod";
import { agorotOf } from "./sums.ts";

const webAddress = z.url().regex(/^https?:\/\//i, "no absolute http(s) address");
const shown = z.string().max(500).optional();

const pageParams = z.object({
  sum: z.string().refine((sum) => agorotOf(sum) !== null, "no sum above zero with at most two decimals"),
  /** Shekels, dollars, euros, pounds. */
  currency: z.enum(["1", "2", "978", "826"]),
  /** Regular, credit, instalments. A payer who edits the address can choose another one; so it is with the real page. */
  cred_type: z.enum(["1", "6", "8"]),
  /** Charge, check only, and both with a token of the card. A payer can choose another one here, too. */
  tranmode: z.enum(["A", "AK", "V", "VK", "K"]),
  thtk: z.string().optional(),
  pdesc: shown,
  contact: shown,
  email: shown,
  phone: shown,
  success_url_address: webAddress,
  fail_url_address: webAddress,
  notify_url_address: webAddress.optional(),
  bit_pay: z.enum(["0", "1"]).optional(),
  google_pay: z.enum(["0", "1"]).optional(),
  new_process: z.enum(["0", "1"]).optional(),
  lang: z.string().optional(),
});

/** What the payer fills in: never part of what the page was opened with. */
const PAYER_FIELDS: readonly string[] = ["ccno", "expdate", "mycvv", "myid", "pay_with"];
/** What only Tranzila can say: a page that was opened with one of these does not bring it back. */
const RESULT_FIELDS: readonly string[] = [
  "Response",
  "ConfirmationCode",
  "index",
  "Tempref",
  "supplier",
  "TranzilaTK",
  "cardtype",
  "expmonth",
  "expyear",
];
const PAGE_FIELDS: readonly string[] = Object.keys(pageParams.shape);

export interface PaymentOrder {
  params: z.infer<typeof pageParams>;
  /** The sum of `params` in agorot (cents). */
  agorot: number;
  /** Everything that the page was opened with. */
  fields: Record<string, string>;
  /** The merchant's own fields among them: they travel with the payment and come back. */
  own: Record<string, string>;
}

export type OrderRead = { ok: true; order: PaymentOrder } | { ok: false; problem: string };

/** Reads what a page was opened or posted with. Of a name that stands twice the last value counts, as in PHP. */
export function readOrder(sent: Readonly<Record<string, string>>): OrderRead {
  const parsed = pageParams.safeParse(sent);
  if (!parsed.success) return { ok: false, problem: z.prettifyError(parsed.error) };
  const given = Object.entries(sent).filter(([name]) => !PAYER_FIELDS.includes(name) && !RESULT_FIELDS.includes(name));
  const own = given.filter(([name]) => !PAGE_FIELDS.includes(name));
  const order = {
    params: parsed.data,
    agorot: agorotOf(parsed.data.sum) ?? 0,
    fields: Object.fromEntries(given),
    own: Object.fromEntries(own),
  };
  return { ok: true, order };
}
