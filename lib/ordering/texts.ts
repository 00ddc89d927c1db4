/** What the ordering bot says, in both of its languages. Sums and numbers stand where their direction does no harm. */
import { formatMoney } from "../hebrew/money.ts";
import { type Line, totalOf } from "./cart.ts";
import type { ProductRow } from "./catalogue.ts";
import type { OrderStatus } from "./schemas/states.ts";

type Language = "he" | "en";

const STATUS: Record<Language, Record<OrderStatus, string>> = {
  he: { new: "התקבלה", confirmed: "אושרה", packed: "נארזה", sent: "נשלחה", done: "הושלמה", cancelled: "בוטלה" },
  en: {
    new: "received",
    confirmed: "confirmed",
    packed: "packed",
    sent: "sent",
    done: "completed",
    cancelled: "cancelled",
  },
};

export function textsIn(language: Language) {
  return language === "he" ? hebrew : english;
}

const hebrew = {
  menu: (business: string) =>
    [`שלום, כאן *${business}*. מה תרצו?`, "*1* – מוצרים", "*2* – העגלה שלי", "*3* – מצב הזמנה", "*4* – נציג"].join(
      "\n",
    ),
  products: (rows: readonly ProductRow[]) =>
    [
      "*המוצרים שלנו*",
      ...rows.map((row) => productLine(row, "אזל כרגע")),
      "",
      "להוספה לעגלה כותבים מספר וכמות, למשל: 1 x 2",
    ].join("\n"),
  product: (row: ProductRow) =>
    [
      `*${row.name}* – ${formatMoney(row.priceAgorot)}`,
      row.description,
      optionsOf(row, "אפשרויות"),
      `להוספה לעגלה: ${row.number} x 1`,
    ]
      .filter(Boolean)
      .join("\n"),
  noProducts: "אין כרגע מוצרים למכירה.",
  cart: (lines: readonly Line[]) =>
    [
      "*העגלה שלכם*",
      ...lines.map(lineOf),
      `*סך הכול: ${formatMoney(totalOf(lines))}* (כולל מע״מ)`,
      "",
      "להזמנה כותבים: לבצע הזמנה",
    ].join("\n"),
  emptyCart: "העגלה ריקה. לרשימת המוצרים כותבים: מוצרים",
  added: (row: ProductRow, quantity: number) => `נוסף לעגלה: ${row.name}, ${quantity} יחידות.`,
  noSuchProduct: (number: number) => `אין מוצר מספר ${number}. לרשימת המוצרים כותבים: מוצרים`,
  noSuchLine: (number: number) => `אין שורה ${number} בעגלה. לצפייה בעגלה כותבים: עגלה`,
  badQuantity: (most: number) => `הכמות צריכה להיות מספר בין 1 ל-${most}.`,
  tooFew: (row: ProductRow, left: number) =>
    left > 0
      ? `מ${row.name} נשארו ${left} יחידות בלבד. אפשר לכתוב: ${row.number} x ${left}`
      : `${row.name} אזל כרגע מהמלאי.`,
  chooseOption: (row: ProductRow) =>
    `${optionsOf(row, `ל${row.name} צריך לבחור`)}\nלמשל: ${row.number} x 1 ${row.options[0]?.choices[0]?.label ?? ""}`,
  askAddress: (fee: string) => `המשלוח עולה ${fee}. לאיזו כתובת לשלוח? אפשר להוסיף גם הערות.`,
  summary: (lines: readonly Line[], address: string | null, feeAgorot: number, vatAgorot: number) =>
    [
      "*סיכום ההזמנה*",
      ...lines.map(lineOf),
      address === null ? "איסוף עצמי" : `משלוח אל: ${address} – ${formatMoney(feeAgorot)}`,
      `*לתשלום: ${formatMoney(totalOf(lines) + feeAgorot)}*, מתוכם מע״מ ${formatMoney(vatAgorot)}`,
      "",
      "לאישור כותבים: כן. לביטול: לא",
    ].join("\n"),
  changed: "משהו השתנה מאז הסיכום האחרון, אז הנה הסיכום המעודכן:",
  slept: "עבר זמן מאז שמילאתם את העגלה, אז הנה הסיכום המעודכן:",
  placed: (number: number, total: number) =>
    `תודה, ההזמנה התקבלה. מספר ההזמנה: *${number}*, סך הכול ${formatMoney(total)}. נעדכן כאן בכל שינוי.`,
  nothingToConfirm: "אין הזמנה שמחכה לאישור. לרשימת המוצרים כותבים: מוצרים",
  cancelled: "ההזמנה לא נשלחה, והעגלה נשמרה. לצפייה כותבים: עגלה",
  emptied: "העגלה רוקנה.",
  noOrders: "אין עדיין הזמנות מהמספר הזה.",
  status: (number: number, status: OrderStatus) => `הזמנה מספר *${number}*: ${STATUS.he[status]}.`,
};

const english: typeof hebrew = {
  menu: (business) =>
    [
      `Hello, this is *${business}*. What would you like?`,
      "*1* – Products",
      "*2* – My cart",
      "*3* – Order status",
      "*4* – A person",
    ].join("\n"),
  products: (rows) =>
    [
      "*Our products*",
      ...rows.map((row) => productLine(row, "sold out")),
      "",
      "To add to the cart write a number and a quantity, like: 1 x 2",
    ].join("\n"),
  product: (row) =>
    [
      `*${row.name}* – ${formatMoney(row.priceAgorot)}`,
      row.description,
      optionsOf(row, "Options"),
      `To add it to the cart: ${row.number} x 1`,
    ]
      .filter(Boolean)
      .join("\n"),
  noProducts: "Nothing is for sale right now.",
  cart: (lines) =>
    [
      "*Your cart*",
      ...lines.map(lineOf),
      `*Total: ${formatMoney(totalOf(lines))}* (VAT included)`,
      "",
      "To order write: place order",
    ].join("\n"),
  emptyCart: "Your cart is empty. To see what we have write: products",
  added: (row, quantity) => `Added to the cart: ${row.name}, ${quantity}.`,
  noSuchProduct: (number) => `There is no product number ${number}. To see what we have write: products`,
  noSuchLine: (number) => `There is no line ${number} in your cart. To see it write: cart`,
  badQuantity: (most) => `The quantity must be a number from 1 to ${most}.`,
  tooFew: (row, left) =>
    left > 0
      ? `Only ${left} of ${row.name} are left. You can write: ${row.number} x ${left}`
      : `${row.name} is sold out right now.`,
  chooseOption: (row) =>
    `${optionsOf(row, `${row.name} comes in`)}\nFor example: ${row.number} x 1 ${row.options[0]?.choices[0]?.label ?? ""}`,
  askAddress: (fee) => `Delivery costs ${fee}. What is the address? You may add notes.`,
  summary: (lines, address, feeAgorot, vatAgorot) =>
    [
      "*Your order*",
      ...lines.map(lineOf),
      address === null ? "Pickup" : `Delivery to: ${address} – ${formatMoney(feeAgorot)}`,
      `*To pay: ${formatMoney(totalOf(lines) + feeAgorot)}*, including VAT ${formatMoney(vatAgorot)}`,
      "",
      "To confirm write: yes. To cancel: no",
    ].join("\n"),
  changed: "Something has changed since the last summary, so here it is again:",
  slept: "It has been a while since you filled your cart, so here it is again:",
  placed: (number, total) =>
    `Thank you, your order was received. Order number: *${number}*, total ${formatMoney(total)}. We will keep you posted here.`,
  nothingToConfirm: "There is no order to confirm. To see what we have write: products",
  cancelled: "The order was not sent, and your cart is kept. To see it write: cart",
  emptied: "Your cart is empty now.",
  noOrders: "There are no orders from this number yet.",
  status: (number, status) => `Order number *${number}*: ${STATUS.en[status]}.`,
};

function productLine(row: ProductRow, soldOut: string): string {
  const gone = row.stock !== null && row.stock <= 0 ? ` (${soldOut})` : "";
  return `*${row.number}* – ${row.name}, ${formatMoney(row.priceAgorot)}${gone}`;
}

function lineOf({ product, quantity, options, priceAgorot }: Line, index: number): string {
  const chosen = Object.values(options).join(", ");
  return `${index + 1}. ${product.name}${chosen ? ` (${chosen})` : ""} × ${quantity} – ${formatMoney(priceAgorot * quantity)}`;
}

function optionsOf({ options }: ProductRow, title: string): string {
  if (options.length === 0) return "";
  const lines = options.map(({ name, choices }) => `${name}: ${choices.map(({ label }) => label).join(" / ")}`);
  return [`${title}:`, ...lines].join("\n");
}
