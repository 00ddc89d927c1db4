/** The exact words by which somebody orders: understood without a model, in Hebrew and English. */
import { withoutInvisible } from "../hebrew/bidi.ts";

export type OrderForm =
  | { [K in WordKind]: { kind: K } }[WordKind]
  /** A bare number: a line of whatever was listed last. */
  | { kind: "number"; number: number }
  /** `number` and `quantity` as they were written: whether they make sense is for the cart to say. */
  | Add
  | { kind: "several"; adds: Add[] }
  | { kind: "remove"; number: number }
  | { kind: "change"; number: number; quantity: number }
  | { kind: "address"; text: string }
  | { kind: "note"; text: string }
  /** Nothing but pictures, signs and what is not seen at all. */
  | { kind: "wordless" }
  /** Numbers that look like a form and could be meant in more than one way. */
  | { kind: "unclear"; about: "add" | "change" };

/** `rest`: the words behind it. */
export interface Add {
  kind: "add";
  number: number;
  quantity: number;
  rest: string;
}

const WORDS = {
  menu: ["hi", "hello", "hey", "menu", "start", "היי", "הי", "שלום", "תפריט", "התחל"],
  products: ["products", "catalog", "מוצרים", "קטלוג", "רשימת מוצרים"],
  more: ["more", "עוד", "המשך"],
  cart: ["cart", "my cart", "עגלה", "העגלה", "העגלה שלי", "סל"],
  empty: ["empty", "clear", "empty cart", "רוקן", "לרוקן", "רוקן עגלה", "לרוקן את העגלה"],
  place: ["place order", "order", "checkout", "לבצע הזמנה", "בצע הזמנה", "ביצוע הזמנה", "להזמין", "הזמנה"],
  yes: [
    ...["yes", "y", "ok", "yes please", "confirm", "כן", "כן כן", "כן תודה", "כן בבקשה", "כן מאשר", "כן מאשרת"],
    ...["מאשר", "מאשרת", "מאשרים", "אישור", "אוקיי"],
  ],
  no: ["no", "n", "no thanks", "לא", "לא תודה"],
  cancel: [
    ...["cancel", "cancel order", "cancel my order", "בטל", "לבטל", "ביטול"],
    ...["לבטל הזמנה", "לבטל את ההזמנה", "בטל הזמנה", "ביטול הזמנה"],
  ],
  agent: ["agent", "human", "נציג", "נציגה", "נציג אנושי"],
  /** Also who wants to pay: what is still to be paid is told with it. */
  status: [
    ...["status", "order status", "pay", "payment", "payment link", "סטטוס", "סטטוס הזמנה", "מה הסטטוס"],
    ...["מצב הזמנה", "מצב ההזמנה", "מה עם ההזמנה", "לשלם", "תשלום", "קישור לתשלום", "איך משלמים"],
  ],
} as const;
type WordKind = keyof typeof WORDS;

const BY_WORD = new Map<string, WordKind>(
  Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as WordKind] as const)),
);

const NUMBER = /^#?(\d{1,4})[.)]?$/;
const TO_ADD = /^(?:add|הוסף|להוסיף)\s+/;
/** A comma within digits is part of the number. */
const ADD =
  /^#?(\d{1,4})\s*[x×*]\s*(-?\d{1,3}(?:,\d{3})+|-?\d{1,7})(?:(?:\s+,?\s*|,\s+|,(?!\d))(?![x×*]\s*\d)(.{1,80}))?$/;
/** Where one product ends and another begins: "1 x 2, 2 x 1", "1x1 2x3", a line each. */
const BETWEEN_ADDS = /(?<![x×*]\s*)[\s,;+]+(?:ו-?\s?|and\s)?(?=#?\d{1,4}\s*[x×*]\s*-?\d)/;
const MOST_ADDS = 50;
const UNITS = /^(-?\d{1,7})\s*(?:יחידות|יחידה|יח['׳]?|units?|pcs)?\s*(?:של|מתוך|of)\s*#?(\d{1,4})$/;
const REMOVE = /^(?:הסר|להסיר|remove|delete)\s+#?(\d{1,4})$/;
const CHANGE = /^(?:שנה|לשנות|change|set)\s+#?(\d{1,4})(?:\s*(?:ל-?|to|[x×*:=])\s*|\s+)(-?\d{1,7})$/;
const UNCLEAR_CHANGE = /^(?:שנה|לשנות|change|set)\s+[#\d\s.,:=-]+(?:ל-?|to)?$/;
const UNCLEAR_ADD = /^(?:(?:add|הוסף|להוסיף)\s+)?#?\d{1,4}\s*[x×*][\d\s.,x×*-]*$/;
const SAID = /^(כתובת|address|הערה|note)\s*[:–-]\s*(\S.*)$/is;
/** What makes a digit a picture of a digit. */
const KEYCAP = /[\ufe0f\u20e3]/g;

/** Null for words that mean nothing here: they are for the agent. "הסר" alone is none of ours: it ends advertising. */
export function parseOrderForm(written: string): OrderForm | null {
  const text = plain(written);
  const kind = BY_WORD.get(text.replace(/,/g, "").replace(/\s+/g, " "));
  if (kind) return { kind } as OrderForm;
  const number = NUMBER.exec(text);
  if (number) return { kind: "number", number: Number(number[1]) };
  const adds = addsIn(text);
  if (adds !== null) return adds;
  const units = UNITS.exec(text);
  if (units) return { kind: "add", number: Number(units[2]), quantity: Number(units[1]), rest: "" };
  const remove = REMOVE.exec(text);
  if (remove) return { kind: "remove", number: Number(remove[1]) };
  const change = CHANGE.exec(text);
  if (change) return { kind: "change", number: Number(change[1]), quantity: Number(change[2]) };
  if (UNCLEAR_CHANGE.test(text)) return { kind: "unclear", about: "change" };
  if (UNCLEAR_ADD.test(text)) return { kind: "unclear", about: "add" };
  return said(written) ?? (isWordless(written) ? { kind: "wordless" } : null);
}

/** One product with its quantity, or several; null when any of it is something else. */
function addsIn(text: string): OrderForm | null {
  const adds = text
    .replace(TO_ADD, "")
    .split(BETWEEN_ADDS)
    .map((one) => ADD.exec(one));
  if (adds.length > MOST_ADDS || !adds.every((found) => found !== null)) return null;
  const all = adds.map(
    ([, number, quantity = "", rest = ""]): Add => ({
      ...{ kind: "add", number: Number(number), quantity: Number(quantity.replaceAll(",", "")), rest },
    }),
  );
  const [first, ...others] = all;
  return first && others.length === 0 ? first : { kind: "several", adds: all };
}

/** Whether a message is such a form: nobody waits whether more of a burst comes. Behind pictures, words often follow. */
export function isOrderForm(text: string): boolean {
  const form = parseOrderForm(text);
  return form !== null && form.kind !== "wordless";
}

/** An address and a note stay as they were written. */
function said(written: string): OrderForm | null {
  const found = SAID.exec(withoutInvisible(written).trim());
  if (!found?.[1] || !found[2]) return null;
  const text = found[2].trim();
  return /^(?:כתובת|address)$/i.test(found[1]) ? { kind: "address", text } : { kind: "note", text };
}

function isWordless(written: string): boolean {
  return written.trim() !== "" && !/[\p{L}\p{N}]/u.test(written);
}

/** Without what is not seen, what is only punctuation, and capital letters. */
export function plain(text: string): string {
  return withoutInvisible(text.normalize("NFKC"))
    .replace(KEYCAP, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/[!.?,]+$/, "")
    .trim();
}
