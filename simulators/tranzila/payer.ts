/** A payer with a browser: opens the payment page, fills its form in, and reads where it is sent then. */
import { TEST_CARDS } from "./means.ts";
import { unescaped } from "./page/html.ts";

export interface Paid {
  response: string;
  index: number;
  /** Where the browser is sent, by a POST of `redirect_fields`. The payer does not go there: a test does, or does not. */
  redirect_url: string;
  redirect_fields: Record<string, string>;
}

/** The page let nobody pay. */
export class CannotPay extends Error {
  /** What the page said: 912791 for a sum that is not the handshake's. */
  readonly response: string;

  constructor(response: string) {
    super(`the page refuses with ${response}`);
    this.name = "CannotPay";
    this.response = response;
  }
}

/** Pays with a test card; throws CannotPay when the page shows no form. */
export async function payAsPayer(pageUrl: string, card: "approved" | "refused"): Promise<Paid> {
  const form = readForm(await (await fetch(pageUrl)).text());
  const filled = { ...form.fields, ccno: TEST_CARDS[card][0], expdate: "1249", mycvv: "123", myid: "123456782" };
  const charged = await fetch(new URL(form.action, pageUrl), { method: "POST", body: new URLSearchParams(filled) });
  const { action, fields } = readForm(await charged.text());
  const { Response: response, index } = fields;
  if (response === undefined) throw new CannotPay("the same form again");
  return { response, index: Number(index), redirect_url: action, redirect_fields: fields };
}

/** The form of one of this simulator's pages with its hidden fields; throws CannotPay with the page's error. */
export function readForm(page: string): { action: string; fields: Record<string, string> } {
  const [, action] = /<form method="post" action="([^"]*)">/.exec(page) ?? [];
  if (action === undefined) throw new CannotPay(/data-error="([^"]*)"/.exec(page)?.[1] ?? "a page without a form");
  const hidden = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  const fields = [...hidden].map(([, name = "", value = ""]) => [unescaped(name), unescaped(value)]);
  return { action: unescaped(action), fields: Object.fromEntries(fields) };
}
