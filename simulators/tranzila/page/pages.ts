import { TEST_CARDS } from "../means.ts";
import type { PaymentOrder } from "../order.ts";
import { Html, html } from "./html.ts";
import { STYLE } from "./style.ts";

/** The payment page. `problem` is what was wrong with what the payer filled in before. */
export function paymentPage(action: string, order: PaymentOrder, problem: string | null): string {
  const { pdesc, bit_pay } = order.params;
  return page(
    html`<h1>תשלום מאובטח</h1>
<p class="sum">${priceOf(order)}</p>
${pdesc ? html`<p dir="auto">${pdesc}</p>` : ""}
${problem === null ? "" : html`<p class="problem" role="alert">${problem}</p>`}
${postForm(
  action,
  order.fields,
  html`<label>מספר כרטיס <input name="ccno" inputmode="numeric" autocomplete="cc-number" dir="ltr" required></label>
<label>תוקף (MMYY) <input name="expdate" inputmode="numeric" autocomplete="cc-exp" dir="ltr" maxlength="4" required></label>
<label>3 ספרות בגב הכרטיס <input name="mycvv" inputmode="numeric" autocomplete="cc-csc" dir="ltr" maxlength="4" required></label>
<label>תעודת זהות <input name="myid" inputmode="numeric" dir="ltr" maxlength="9"></label>
<button type="submit">לתשלום</button>
${bit_pay === "1" ? html`<button type="submit" name="pay_with" value="bit" class="bit" formnovalidate>תשלום ב-bit</button>` : ""}`,
)}
<p class="note">כרטיס שמאושר: <bdi>${TEST_CARDS.approved[0]}</bdi>. כרטיס שנדחה: <bdi>${TEST_CARDS.refused[0]}</bdi>.</p>`,
  );
}

/** The page that carries the payer back: it posts itself, and has a button for browsers without JavaScript. */
export function returnPage(address: string, fields: Readonly<Record<string, string>>, approved: boolean): string {
  return page(
    html`<h1>${approved ? "התשלום אושר" : "התשלום נדחה"}</h1>
${postForm(address, fields, html`<button type="submit">חזרה לאתר בית העסק</button>`)}
${new Html(
  // A merchant's field may be called "submit" and hide the form's own method.
  "<script>HTMLFormElement.prototype.submit.call(document.forms[0])</script>",
)}`,
  );
}

/** A page that charges nothing, and says why. */
export function refusedPage(code: string, message: string): string {
  return page(html`<h1>לא ניתן לבצע את העסקה</h1>
<p class="problem" role="alert" data-error="${code}">שגיאה ${code}: ${message}</p>`);
}

function postForm(action: string, fields: Readonly<Record<string, string>>, content: Html): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="${action}">${hidden}${content}</form>`;
}

const CURRENCIES = { "1": "ILS", "2": "USD", "978": "EUR", "826": "GBP" } as const;

function priceOf({ agorot, params }: PaymentOrder): string {
  const format = new Intl.NumberFormat("he-IL", { style: "currency", currency: CURRENCIES[params.currency] });
  return format.format(agorot / 100);
}

function page(body: Html): string {
  return html`<!doctype html><html lang="he" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>הדגמה של טרנזילה</title><style>${new Html(STYLE)}</style></head><body><p class="mark">הדגמה של טרנזילה: אין כאן חיוב אמיתי</p><main>
${body}
</main></body></html>`.text;
}
