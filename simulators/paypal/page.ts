/** The page on which the payer approves, and those that say why that cannot be. */
import { moneyJson } from "./money.ts";
import type { Order } from "./orders.ts";

/** What is to be paid, to whom, and two buttons. */
export function approvalPage({ id, unit, experience }: Order): string {
  const { currency_code, value } = moneyJson(unit.amount);
  const sum = new Intl.NumberFormat("he-IL", { style: "currency", currency: currency_code }).format(Number(value));
  const merchant = experience.brand_name ?? "בית העסק";
  return page(
    `תשלום ל${merchant}`,
    `<h1 dir="auto">${escapeHtml(merchant)}</h1>
    <p class="sum">${escapeHtml(sum)}</p>
    ${unit.description === undefined ? "" : `<p dir="auto">${escapeHtml(unit.description)}</p>`}
    <form method="post" action="/checkoutnow">
      <input type="hidden" name="token" value="${escapeHtml(id)}">
      <button name="action" value="approve" class="main">אישור התשלום</button>
      <button name="action" value="cancel">ביטול</button>
    </form>`,
  );
}

export function notePage(note: string): string {
  return page(note, `<h1>${escapeHtml(note)}</h1>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="he" dir="rtl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style></head>
<body><main><p class="note" role="note">הדגמה של PayPal: לא עובר כאן כסף אמיתי.</p>${body}</main></body></html>`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.5 "Assistant Variable", Assistant, Arial, sans-serif; }
main { max-inline-size: 24rem; margin: 2rem auto; padding: 1.5rem; text-align: center; overflow-wrap: anywhere; }
.note { padding: .5rem 1rem; border-radius: 8px; background: light-dark(#fff3cd, #4d3f0a); }
h1 { font-size: 1.25rem; }
.sum { font-size: 2rem; font-weight: 700; margin: 0; }
button { display: block; inline-size: 100%; min-block-size: 3rem; margin-block-start: .75rem; border: 1px solid currentColor; border-radius: 999px; background: none; color: inherit; font: inherit; cursor: pointer; }
.main { border-color: #003087; background: #003087; color: #fff; font-weight: 700; }
`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
