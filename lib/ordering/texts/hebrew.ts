import { isolated, leftToRight } from "../../hebrew/bidi.ts";
import { formatMoney } from "../../hebrew/money.ts";
import type { ProductRow } from "../catalogue.ts";
import { type Line, totalOf } from "../lines.ts";
import type { OrderStatus, ProductOption, ShownOrder } from "../schemas/states.ts";
import type { Change } from "../what-changed.ts";
import { cartLines, choiceOf, type Listing, type OrderStanding, optionLines, productLines } from "./parts.ts";

const said = (text: string) => isolated(text, "he");
const form = leftToRight;
const lines = (...all: (string | false | null)[]) => all.filter((one) => typeof one === "string").join("\n");

const STATUS: Record<OrderStatus, string> = {
  new: "התקבלה",
  confirmed: "אושרה",
  packed: "נארזה",
  sent: "נשלחה",
  done: "הושלמה",
  cancelled: "בוטלה",
};

const PAYMENT = { paid: ", שולמה", refunded: ", התשלום הוחזר" };

/** Plural or neutral, short, without exclamation marks; what is to be typed stands as it is to be typed. */
export const hebrew = {
  menu: (business: string, inCart: number) =>
    lines(
      `שלום, כאן *${said(business)}*. מה תרצו?`,
      "*1* – מוצרים",
      `*2* – העגלה שלי${inCart > 0 ? ` (${inCart})` : ""}`,
      "*3* – מצב הזמנה",
      "*4* – נציג",
      "",
      "אפשר לענות במספר.",
    ),
  products: ({ rows, goesOn }: Listing) =>
    lines(
      "*המוצרים שלנו*",
      ...productLines(rows, "he", "אזל כרגע"),
      "",
      goesOn && "להמשך הרשימה כותבים: עוד",
      `לפרטים כותבים את מספר המוצר. להוספה לעגלה מספר וכמות, למשל: ${form(`${rows[0]?.number ?? 1} x 2`)}`,
    ),
  noMore: "זו כל הרשימה. לרשימה מההתחלה כותבים: מוצרים",
  product: (row: ProductRow) =>
    lines(
      `*${said(row.name)}* – ${formatMoney(row.priceAgorot)}`,
      row.description !== "" && said(row.description),
      ...optionLines(row.options, "he"),
      row.stock === 0 ? "אזל כרגע." : `להוספה לעגלה כותבים: ${form(`${row.number} x 1`)}`,
    ),
  cart: (inCart: readonly Line[]) =>
    lines(
      "*העגלה שלכם*",
      ...cartLines(inCart, "he"),
      `*סך הכול: ${formatMoney(totalOf(inCart))}* (כולל מע״מ)`,
      "",
      "להזמנה כותבים: לבצע הזמנה",
      "לשינוי: ״שנה 1 ל-3״, ״הסר 1״ או ״רוקן״",
    ),
  emptyCart: "העגלה ריקה. לרשימת המוצרים כותבים: מוצרים",
  added: (name: string, quantity: number) => `נוסף לעגלה: ${said(name)} × ${quantity}`,
  removed: (name: string) => `הוסר מהעגלה: ${said(name)}`,
  changedQuantity: (name: string, quantity: number) => `עודכן: ${said(name)} × ${quantity}`,
  noSuchProduct: (number: number) => `אין מוצר מספר ${number}. לרשימת המוצרים כותבים: מוצרים`,
  noSuchLine: (number: number) => `אין שורה ${number} בעגלה. לצפייה בעגלה כותבים: עגלה`,
  badQuantity: (most: number) => `הכמות צריכה להיות מספר בין 1 ל-${most}.`,
  tooManyLines: (most: number) => `בהזמנה אחת יש מקום ל-${most} מוצרים שונים. אפשר להזמין, ואז להתחיל הזמנה נוספת.`,
  tooMuch: "הסכום גדול מדי להזמנה בהודעה. להזמנה כזאת כותבים: נציג",
  tooFew: (name: string, number: number, left: number, before: number) => {
    if (left === 0) return `המוצר ${said(name)} אזל כרגע מהמלאי.`;
    const rest = left - before;
    return lines(
      `מהמוצר ${said(name)} נשארו ${left} יחידות${before > 0 ? `, ו-${before} כבר בעגלה` : ""}.`,
      rest > 0 && `אפשר לכתוב: ${form(`${number} x ${rest}`)}`,
    );
  },
  gone: (names: readonly string[]) => `כבר לא נמכר, והוסר מהעגלה: ${names.map(said).join(", ")}`,
  chooseOption: (name: string, option: ProductOption) =>
    lines(
      `*${said(name)}*: ${said(option.name)}?`,
      ...option.choices.map((choice, index) => `*${index + 1}* – ${choiceOf(choice, "he")}`),
    ),
  chooseFirst: "לפני ההזמנה חסרה עוד בחירה. אפשר גם לוותר ולכתוב: בטל",
  notAdded: "בסדר, לא נוסף לעגלה.",
  askAddress: (feeAgorot: number) =>
    `${feeAgorot === 0 ? "המשלוח חינם" : `המשלוח עולה ${formatMoney(feeAgorot)}`}. לאיזו כתובת לשלוח?`,
  notAnAddress: "כתובת היא רחוב, מספר ויישוב. לאיזו כתובת לשלוח? אפשר גם לכתוב: בטל",
  noted: "נרשם.",
  tooLong: (most: number) => `זה ארוך מדי ולא נרשם: יש מקום ל-${most} תווים. אפשר לכתוב שוב, בקיצור.`,
  notedWith: (note: string) => `נרשמה הערה: ${said(note)}`,
  unclear: (about: "add" | "change") =>
    about === "add"
      ? `לא ברור כמה להוסיף. כותבים מספר מוצר וכמות, למשל: ${form("1 x 2")}`
      : "לא ברור איזו שורה לשנות ולכמה. כותבים, למשל: שנה 1 ל-3",
  pickupOnly: "אין כרגע משלוחים, רק איסוף עצמי.",
  summary: ({ lines: ordered, address, notes, feeAgorot }: ShownOrder, total: number, vat: number) =>
    lines(
      "*סיכום ההזמנה*",
      ...cartLines(ordered, "he"),
      address === null ? "איסוף עצמי" : `משלוח אל: ${said(address)} – ${formatMoney(feeAgorot ?? 0)}`,
      notes !== "" && `הערה: ${said(notes)}`,
      `*לתשלום: ${formatMoney(total)}*, מתוכם מע״מ ${formatMoney(vat)}`,
      "",
      "לאישור כותבים: *כן*. לביטול: לא",
      `להוספת הערה כותבים ״הערה:״ ואת ההערה${address === null ? "" : ", לשינוי הכתובת ״כתובת:״ ואת הכתובת"}`,
    ),
  toConfirm: "לאישור ההזמנה כותבים: *כן*. לביטול: לא",
  changed: (changes: readonly Change[]) =>
    lines("משהו השתנה בינתיים, וההזמנה עוד לא נשלחה:", ...changes.map(changeLine)),
  slept: "עבר זמן מאז שמילאתם את העגלה, אז הנה הסיכום שוב:",
  again: "ההזמנה עוד לא נשלחה. כדי שלא תהיה טעות, הנה הסיכום שוב:",
  stillThere: "העגלה מהפעם הקודמת עדיין כאן:",
  placed: (number: number, total: number, payLink: string | null) =>
    lines(
      `תודה, ההזמנה התקבלה. מספר ההזמנה: *${number}*, סך הכול ${formatMoney(total)}. נעדכן כאן בכל שינוי.`,
      payLink !== null && "",
      payLink !== null && toPay(payLink),
    ),
  toPay: (number: number, total: number, payLink: string) =>
    lines(`הזמנה מספר *${number}*, סך הכול ${formatMoney(total)}.`, toPay(payLink)),
  paid: (number: number, total: number) => `התשלום על הזמנה מספר *${number}* התקבל: ${formatMoney(total)}. תודה רבה.`,
  paidThoughCancelled: (number: number, total: number) =>
    `התקבל תשלום של ${formatMoney(total)} על הזמנה מספר *${number}*, אחרי שבוטלה. נבדוק ונחזור אליכם בעניין ההחזר.`,
  orderName: (number: number) => `הזמנה ${number}`,
  alreadyPlaced: (number: number) => `הזמנה מספר *${number}* כבר התקבלה אצלנו.`,
  nothingToConfirm: "עוד לא סיכמנו הזמנה. לסיכום העגלה כותבים: לבצע הזמנה",
  cancelled: "בסדר, לא הוזמן דבר. העגלה נשמרה; לצפייה כותבים: עגלה",
  nothingToCancel: "אין כרגע הזמנה לבטל. לרשימת המוצרים כותבים: מוצרים",
  cancelPlaced: (number: number) => `הזמנה מספר *${number}* כבר אצלנו. כדי לבטל אותה כותבים: נציג`,
  emptied: "העגלה רוקנה. לרשימת המוצרים כותבים: מוצרים",
  wordless: "לא ברור לנו מה הכוונה. לתפריט כותבים: תפריט",
  noOrders: "אין עדיין הזמנות מהמספר הזה. לרשימת המוצרים כותבים: מוצרים",
  status: (orders: readonly OrderStanding[]) =>
    orders
      .map(({ number, status, payment }) =>
        lines(
          `הזמנה מספר *${number}*: ${STATUS[status]}${typeof payment === "string" ? PAYMENT[payment] : ""}`,
          payment !== null && typeof payment === "object" && toPay(payment.link),
        ),
      )
      .join("\n"),
  moved: (number: number, status: Exclude<OrderStatus, "new">, isDelivered: boolean) => {
    const order = `הזמנה מספר *${number}*`;
    switch (status) {
      case "confirmed":
        return `${order} אושרה. נעדכן כשתהיה מוכנה.`;
      case "packed":
        return isDelivered ? `${order} ארוזה ומחכה לשליח.` : `${order} מוכנה ומחכה לאיסוף.`;
      case "sent":
        return `${order} יצאה לדרך.`;
      case "done":
        return `${order} הושלמה. תודה שהזמנתם אצלנו.`;
      case "cancelled":
        return `${order} בוטלה. לשאלות אפשר לכתוב כאן.`;
      default:
        return status satisfies never;
    }
  },
};

function toPay(link: string): string {
  return `לתשלום מאובטח:\n${link}`;
}

function changeLine(change: Change): string {
  switch (change.kind) {
    case "gone":
      return `• ${said(change.name)}: אזל או כבר לא נמכר`;
    case "fewer":
      return `• ${said(change.name)}: נשארו ${change.left}`;
    case "price":
      return `• ${said(change.name)}: המחיר עכשיו ${formatMoney(change.afterAgorot)} (היה ${formatMoney(change.beforeAgorot)})`;
    case "fee":
      return change.afterAgorot === null
        ? "• אין משלוחים כרגע, רק איסוף עצמי"
        : `• המשלוח עולה עכשיו ${formatMoney(change.afterAgorot)}`;
    default:
      return change satisfies never;
  }
}
