/** What callers tell, found by plain rules over their own words: for when no model is there to understand them. */
import { cut } from "../../hebrew/cut.ts";
import { inFigures } from "../../hebrew/figures.ts";
import type { CallFact } from "../schemas/insight.ts";
import { kindOf } from "./fields.ts";
import { sourceOf, type ToldCall, type ToldTurn } from "./told-call.ts";

const CITIES =
  "תל אביב|ירושלים|חיפה|ראשון לציון|פתח תקווה|אשדוד|נתניה|באר שבע|בני ברק|חולון|רמת גן|רחובות|אשקלון|בת ים|הרצליה|כפר סבא|רעננה|מודיעין|נצרת|לוד|רמלה|גבעתיים|הוד השרון|רמת השרון|נהריה|קריית [א-ת]+|קרית [א-ת]+|אילת|עפולה|טבריה|כרמיאל|עכו|חדרה|יבנה|נס ציונה|יקנעם|זכרון יעקב|טירת כרמל|נשר|צפת|דימונה|ערד";
const IN_CITY = new RegExp(`(?<![א-ת])(?:ב|ל|מ)?(${CITIES})(?![א-ת])`);
/** "בכרמל" and "הכרמל" are the same place; "כרמל" alone is somebody's name. */
const IN_REGION = /(?<![א-ת])(?:ב|ה|בה)(כרמל|קריות|שרון|צפון|מרכז|דרום)(?![א-ת])/;
const IN_PLACE =
  /(?<![א-ת])(?:ב?אזור|ב?שכונת|ב?שכונה של|(?=ב?רחוב|ב?שדרות))\s*((?:ב?רחוב |ב?שדרות )?[א-ת"״'׳]+(?: \d+)?)/;

const PROPERTY =
  /(?<![א-ת])[בלהמו]?(דירת גן|דירת גג|דירה|דירות|דירת|פנטהאוז|דופלקס|בית פרטי|בית|וילה|קוטג['׳]?|סטודיו|יחידת דיור|משרדים|משרד|חנות|מחסן|מגרש|קליניקה|office|apartment|house|shop)(?![א-תa-z])/i;
const PRODUCT = /(?:להזמין|לקנות|הזמנה של|לרכוש|מחפשי?ם? |מחפשת )\s*((?:[א-ת"״'׳-]+\s*){1,4})/;

const MONTHS = "ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר";
const WHEN = new RegExp(
  "(?<![א-ת])(" +
    [
      "כניסה מיידית|באופן מיידי|מיידית?|כמה שיותר מהר|בהקדם|דחוף",
      "בעוד (?:[א-ת\\d]+ )?(?:ימים|יומיים|שבוע(?:יים|ות)?|חודש(?:יים|ים)?|שנה)",
      "(?:עד |ב|ל)?(?:סוף|תחילת|אמצע) (?:ה)?(?:שבוע|חודש|שנה|קיץ)|עד הקיץ|אחרי החגים",
      "(?:ב|ל)?(?:שבוע|חודש|שנה) הבא(?:ה)?",
      `(?:ב?-?\\d{1,2} )?[בל](?:${MONTHS})`,
      "ב-?\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?(?! חדר)|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}",
      "(?:[בל]?יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)|(?:ל)?מחרתיים|(?:ל)?מחר|היום)(?:,? (?:בבוקר|בצהריים|אחר הצהריים|אחרי הצהריים|בערב))?(?: (?:בשעה|ב-?)\\s?[א-ת\\d:]+)?",
    ].join("|") +
    ")(?![א-ת])",
);

interface Reader {
  name: CallFact["name"];
  read(turn: ToldTurn, question: string): string | null;
}

const READERS: Reader[] = [
  { name: "area", read: ({ text }) => areaIn(text) },
  { name: "rooms", read: ({ text }, question) => roomsIn(inFigures(text), question) },
  { name: "budget", read: ({ text }, question) => budgetIn(inFigures(text), question) },
  { name: "when", read: ({ text }) => whenIn(text) },
  { name: "property", read: ({ text }) => PROPERTY.exec(text)?.[1]?.replace(/^דיר(?:ת|ות)$/, "דירה") ?? null },
  { name: "product", read: ({ text }) => productIn(text) },
];

/** One value for each detail that matters in this field: the last one said counts, since people correct themselves. */
export function plainFacts({ business, turns }: ToldCall): CallFact[] {
  const { facts: names } = kindOf(business.field);
  const found = new Map<CallFact["name"], CallFact>();
  for (const [at, turn] of turns.entries()) {
    if (turn.speaker !== "caller") continue;
    const question = turns.slice(0, at).findLast(({ speaker }) => speaker === "agent")?.text ?? "";
    for (const { name, read } of READERS) {
      const value = names.includes(name) ? read(turn, question) : null;
      if (value) found.set(name, { name, value: cut(value, 200), turnIndex: sourceOf(turn) });
    }
  }
  return names.flatMap((name) => found.get(name) ?? []);
}

/** A day or a time as the caller put it; null when none was said. */
export function whenIn(text: string): string | null {
  return WHEN.exec(text)?.[1]?.trim() ?? null;
}

function productIn(text: string): string | null {
  const words = PRODUCT.exec(text)?.[1]?.replace(/(?<![א-ת])(?:[בל]?יום|[בל]?מחר|עד|בשעה|בבקשה|עם תקציב).*$/, "");
  return words?.trim() || null;
}

function areaIn(text: string): string | null {
  const city = IN_CITY.exec(text)?.[1];
  if (city) return city;
  const region = IN_REGION.exec(text)?.[1];
  if (region) return `ה${region}`;
  const place = IN_PLACE.exec(text)?.[1]?.replace(/^ב(?=רחוב|שדרות)/, "");
  return place && !/^(?:הזה|שלכם|שלי|טוב)/.test(place) ? place : null;
}

function roomsIn(figures: string, question: string): string | null {
  const asked = /כמה חדרים/.test(question) ? /^\D{0,12}(\d(?:\.5)?)(?!\d)/ : null;
  const rooms = /(?<![\d.])(\d{1,2}(?:\.5)?)\s+חדר/.exec(figures)?.[1] ?? asked?.exec(figures)?.[1];
  if (/חדר וחצי/.test(figures)) return "1.5 חדרים";
  if (/חדר 1(?!\d)/.test(figures) || rooms === "1") return "חדר אחד";
  return rooms ? `${rooms} חדרים` : null;
}

const MONEY = /(?<![\d.-])(\d+(?:\.\d+)?)(?![\d:/-])\s*(שקלים|שקל|ש[״"]ח|₪|לחודש|בחודש)?/g;

function budgetIn(figures: string, question: string): string | null {
  const about = /תקציב|מחיר|עולה|סכום|עד כמה/.test(question) || /תקציב|מחיר/.test(figures);
  for (const { 1: digits = "", 2: unit, index } of figures.matchAll(MONEY)) {
    const amount = Number(digits);
    const upTo = /(?<![א-ת])עד\s*$/.test(figures.slice(0, index));
    const isYear = amount >= 2020 && amount <= 2040;
    if (digits.length > 8 || /^0/.test(digits) || (isYear && !unit) || (amount < 1000 && !unit)) continue;
    if (unit || upTo || about) return `${upTo ? "עד " : ""}${shekels(amount)}`;
  }
  return null;
}

function shekels(amount: number): string {
  return amount >= 1_000_000
    ? `${Number((amount / 1_000_000).toFixed(3))} מיליון ₪`
    : `${amount.toLocaleString("en-US")} ₪`;
}
