/** The exact words by which somebody orders: understood without a model, in Hebrew and English. */

export type OrderForm =
  | { kind: "menu" | "products" | "place" | "yes" | "no" | "cancel" | "agent" | "status" }
  | { kind: "cart" }
  | { kind: "empty" }
  /** A bare number: a line of whatever was listed last. */
  | { kind: "number"; number: number }
  /** `number` and `quantity` as they were written: whether they make sense is for the cart to say. */
  | { kind: "add"; number: number; quantity: number; rest: string }
  | { kind: "remove"; number: number }
  | { kind: "change"; number: number; quantity: number };

const WORDS: Record<Exclude<OrderForm["kind"], "number" | "add" | "remove" | "change">, readonly string[]> = {
  menu: ["hi", "hello", "hey", "menu", "start", "היי", "הי", "שלום", "תפריט", "התחל"],
  products: ["products", "catalog", "מוצרים", "קטלוג", "רשימת מוצרים"],
  cart: ["cart", "my cart", "עגלה", "העגלה", "העגלה שלי", "סל"],
  empty: ["empty", "clear", "empty cart", "רוקן", "לרוקן", "רוקן עגלה", "לרוקן את העגלה"],
  place: ["place order", "order", "checkout", "לבצע הזמנה", "בצע הזמנה", "ביצוע הזמנה", "להזמין", "הזמנה"],
  yes: ["yes", "y", "ok", "כן", "מאשר", "מאשרת", "אישור", "אוקיי"],
  no: ["no", "n", "לא"],
  cancel: ["cancel", "בטל", "לבטל", "ביטול"],
  agent: ["agent", "human", "נציג", "נציגה", "נציג אנושי"],
  status: ["status", "סטטוס", "מצב הזמנה", "מה עם ההזמנה"],
};
const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as keyof typeof WORDS])),
);

const NUMBER = /^#?(\d{1,4})[.)]?$/;
const ADD = /^#?(\d{1,4})\s*[x×*]\s*(-?\d{1,7})(?:\s+(.{1,60}))?$/;
const UNITS = /^(-?\d{1,7})\s*(?:יחידות|units?)\s*(?:של|מתוך|of)\s*#?(\d{1,4})$/;
const REMOVE = /^(?:הסר|להסיר|remove|delete)\s+#?(\d{1,4})$/;
const CHANGE = /^(?:שנה|לשנות|change|set)\s+#?(\d{1,4})\s*(?:ל-?|to)?\s*(-?\d{1,7})$/;

/** Null for words that mean nothing here: they are for the agent. "הסר" alone is none of ours: it ends advertising. */
export function parseOrderForm(written: string): OrderForm | null {
  const text = plain(written);
  const kind = BY_WORD.get(text);
  if (kind) return { kind } as OrderForm;
  const number = NUMBER.exec(text);
  if (number) return { kind: "number", number: Number(number[1]) };
  const add = ADD.exec(text);
  if (add) return { kind: "add", number: Number(add[1]), quantity: Number(add[2]), rest: add[3] ?? "" };
  const units = UNITS.exec(text);
  if (units) return { kind: "add", number: Number(units[2]), quantity: Number(units[1]), rest: "" };
  const remove = REMOVE.exec(text);
  if (remove) return { kind: "remove", number: Number(remove[1]) };
  const change = CHANGE.exec(text);
  return change ? { kind: "change", number: Number(change[1]), quantity: Number(change[2]) } : null;
}

/** Whether a message is such a form: nobody waits whether more of a burst comes. */
export function isOrderForm(text: string): boolean {
  return parseOrderForm(text) !== null;
}

/** Written in Latin letters: answered in English. */
export function isEnglish(text: string): boolean {
  return /[a-z]{2}/i.test(text) && !/[א-ת]/.test(text);
}

/** Without what is not seen, what is only punctuation, and capital letters. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/[!.?,]+$/, "")
    .trim();
}
