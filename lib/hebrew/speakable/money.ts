/** Signs and shorts of money get their names; what stands behind the point is agorot or cents. */
import { NUMBER } from "./numbers.ts";

interface Currency {
  sign: string;
  many: string;
  small: string;
}

const CURRENCIES: readonly Currency[] = [
  { sign: "(?:₪|ש״ח|שח|NIS|ILS)", many: "שקלים", small: "אגורות" },
  { sign: "(?:\\$|USD)", many: "דולרים", small: "סנטים" },
  { sign: "(?:€|EUR)", many: "אירו", small: "סנטים" },
  { sign: "(?:£|GBP)", many: "לירות שטרלינג", small: "פני" },
];
const SCALE = "(?:\\s(?:אלפים|אלף|מיליונים|מיליון|מיליארד))?";

const rules = CURRENCIES.map((currency) => ({
  currency,
  before: new RegExp(`${currency.sign}\\s?(-?${NUMBER}${SCALE})`, "gu"),
  after: new RegExp(`(${NUMBER}${SCALE})\\s?${currency.sign}(?![\\p{L}\\p{M}])`, "gu"),
  alone: new RegExp(`(?<![\\p{L}\\p{M}])([הבלומ]?-?)${currency.sign}(?![\\p{L}\\p{M}])`, "gu"),
}));

/** "12.90 ₪" becomes "12 שקלים ו-90 אגורות"; the numbers themselves are spoken later. */
export function nameMoney(text: string): string {
  return rules.reduce(
    (named, { currency, before, after, alone }) => {
      const name = (_: string, amount: string) => nameOne(amount, currency);
      return named
        .replace(before, name)
        .replace(after, name)
        .replace(alone, (_, prefix: string, at: number, whole: string) => {
          // A full stop directly before it would make the word before an abbreviation.
          return `${whole.charAt(at - 1) === "." ? " " : ""}${prefix}${currency.many}`;
        });
    },
    text.replace(/(?<=\d)\s?אג׳/g, " אגורות"),
  );
}

function nameOne(amount: string, { many, small }: Currency): string {
  const [, whole = "", point = ""] = /^([-\d,]+)\.(\d{1,2})$/.exec(amount) ?? [];
  // Half a shekel more is said so; other parts are counted.
  if (point === "" || /^(?:5|50|0|00)$/.test(point)) return `${amount} ${many}`;
  const parts = `${Number(point.padEnd(2, "0"))} ${small}`;
  return Number(whole.replace(/,/g, "")) === 0 ? parts : `${whole} ${many} ו-${parts}`;
}
