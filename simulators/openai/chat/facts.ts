import { numbersIn, phoneIn, withDigits } from "./numbers.ts";
import type { Persona } from "./persona.ts";
import { askedIn, type Slot } from "./questions.ts";
import type { Turn } from "./turns.ts";

export type Deal = "rent" | "buy" | "sell" | "let";

/** What the caller has told so far. */
export interface Facts {
  deal?: Deal;
  property?: string;
  area?: string;
  rooms?: number;
  budgetShekels?: number;
  when?: string;
  /** The turn in which the caller said when. */
  whenTurn?: number;
  name?: string;
  phone?: string;
  /** The turn in which the caller said the number. */
  phoneTurn?: number;
  email?: string;
  /** The caller's own first words of substance. */
  need?: string;
  /** What is to be told to somebody, in the caller's words. */
  message?: string;
  complaint: boolean;
  wantsCallback: boolean;
  /** What the caller would not or could not say. */
  skipped: Set<Slot>;
  asked: Map<Slot, number>;
}

const CITIES =
  /(?<![א-ת])(?:[בלמהוש]{0,2})(תל[ -]אביב(?:[ -]יפו)?|רמת גן|רמת השרון|רמת אביב|גבעתיים|גבעת שמואל|חולון|בת ים|ראשון לציון|ראשון(?=[.,]|$)|פתח תקווה|בני ברק|הרצליה|רעננה|כפר סבא|הוד השרון|נתניה|ירושלים|חיפה|באר שבע|אשדוד|אשקלון|רחובות|נס ציונה|מודיעין|קריית [א-ת]+|יהוד|אור יהודה|לוד|רמלה|יפו|פלורנטין|נווה צדק|הצפון הישן|לב העיר|עכו|נהריה|עפולה|טבריה|אילת|זכרון יעקב|חדרה)(?![א-ת])/g;

/** Reads everything the caller said, each turn in the light of the question before it. */
export function readFacts(turns: Turn[], persona: Persona): Facts {
  const facts: Facts = { complaint: false, wantsCallback: false, skipped: new Set(), asked: new Map() };
  let asked: Slot[] = [];
  for (const [index, turn] of turns.entries()) {
    if (turn.speaker === "agent") {
      asked = askedIn(turn.text);
      for (const slot of asked) facts.asked.set(slot, (facts.asked.get(slot) ?? 0) + 1);
    } else {
      readTurn({ text: turn.text, index }, asked, facts, persona);
    }
  }
  facts.name ??= persona.callerName;
  if (facts.name === undefined) delete facts.name;
  return facts;
}

/** True for words that carry nothing: silence, or text that the recogniser marked as unclear. */
export function isUnclear(text: string): boolean {
  return !/[א-תa-zA-Zа-яА-Я0-9]/.test(text.replace(MARKED, ""));
}

/** Whether the text says, in brackets, that the caller said nothing at all. */
export function isSilence(text: string): boolean {
  return isUnclear(text) && /שותק|שתיקה|silence/i.test(text);
}

const MARKED =
  /[[(<][^\])>]*(?:לא ברור|לא נשמע|לא זוהה|לא מובן|שותק|שתיקה|רעש|unclear|inaudible|silence|noise)[^\])>]*[\])>]/gi;

function readTurn(turn: { text: string; index: number }, asked: Slot[], facts: Facts, persona: Persona): void {
  const { text, index } = turn;
  if (isUnclear(text)) return;
  const digits = withDigits(text);
  readDeal(text, facts);
  const property =
    /(?<![א-ת])[בלמה]?(דירה|דירת|דירות|פנטהאוז|בית|וילה|דופלקס|משרד|חנות|מחסן|מגרש|יחידת דיור)(?![א-ת])/.exec(
      text,
    )?.[1];
  if (property) facts.property = property.replace(/^דיר(?:ת|ות)$/, "דירה");
  readArea(text, asked, facts);
  const rooms =
    /(?<!\d)(\d(?:\.5)?|1\d)\s+חדר/.exec(digits)?.[1] ??
    (/חדר (?:אחד|וחצי)/.test(text) ? (/וחצי/.test(text) ? "1.5" : "1") : undefined);
  if (rooms) facts.rooms = Number(rooms);
  const phone = phoneIn(text);
  if (phone) Object.assign(facts, { phone, phoneTurn: index });
  else if (meansOwnNumber(text, asked)) facts.phone = localPhone(persona.callerPhone) ?? "המספר שממנו התקשרו";
  else readAmounts(digits, asked, facts, rooms !== undefined);
  const when = whenIn(digits);
  if (when) Object.assign(facts, { when, whenTurn: index });
  const email = /[\w.+-]+@[\w-]+\.[\w.]+/.exec(text)?.[0];
  if (email) facts.email = email;
  readName(text, asked, facts, phone !== undefined);
  readRefusal(text, asked, facts);
  if (isComplaint(text)) facts.complaint = true;
  if (isCallback(text)) facts.wantsCallback = true;
  if (isCallback(text) || isComplaint(text) || asked.includes("message")) facts.message = text;
  if (facts.need === undefined && text.split(/\s+/).length >= 3 && !/^(?:תודה|להתראות)/.test(text)) facts.need = text;
}

/** The number as people dial it ("0541112233"), when the prompt tells one. */
export function localPhone(phone: string | undefined): string | undefined {
  return phone === undefined ? undefined : (phoneIn(phone) ?? phone);
}

function meansOwnNumber(text: string, asked: Slot[]): boolean {
  if (/המספר (?:הזה|שממנו)|זה המספר/.test(text)) return true;
  return asked.includes("phone") && /^(?:כן|נכון|בדיוק|בטח|בסדר|אוקיי)(?![א-ת])/.test(text);
}

/** Whether the caller asks that something be passed on, or to be called back. */
export function isCallback(text: string): boolean {
  return /(?<![א-ת])(?:תגיד[יו]? ל|תמסר[יו]|תמסור|למסור ל|להשאיר הודעה|לרשום הודעה|(?:ש)?(?:י|ת)?חז(?:ו|י)?ר(?:ו|י)? אל|ש?י?חזרו אל|לחזור אל|ש?[ית]תקשרו? אל|שיתקשר)/.test(
    text,
  );
}

/** Whether something is wrong that somebody has to see to. */
export function isComplaint(text: string): boolean {
  return /תלונה|להתלונן|לא מרוצ|מאוכזב|נזילה|תקלה|מקולקל|לא עובד|התקלקל|שבור|בושה|לא מקובל|אף אחד לא חזר|איבדתי/.test(
    text,
  );
}

function readDeal(text: string, facts: Facts): void {
  const owns = /(?:את ה|ה)?(?:דירה|בית|נכס|משרד)[א-ת]* של(?:י|נו)|בבעלות/.test(text);
  if (
    /(?:רוצ[הי]|מעוניינ[תי]?|מעוניין|מבקש[תי]?|צריך|צריכה|לפרסם).{0,20}(?<![א-ת])להשכיר/.test(text) ||
    /יש ל(?:י|נו) .{0,20}להשכ/.test(text) ||
    (owns && /להשכיר|השכרה/.test(text))
  )
    facts.deal = "let";
  else if (/(?<![א-ת])למכור(?![א-ת])/.test(text) || (owns && /מכירה/.test(text))) facts.deal = "sell";
  else if (/לשכור|שכירות|להשכרה|לשכירות|שוכרת?/.test(text)) facts.deal = "rent";
  else if (/לקנות|קנייה|קניה|לרכוש|רכישה|למכירה|במכירה/.test(text)) facts.deal = "buy";
}

function readArea(text: string, asked: Slot[], facts: Facts): void {
  const cities = [...text.matchAll(CITIES)].flatMap((match) => match[1] ?? []);
  const place =
    /(?:באזור|אזור|בשכונת|שכונת|ברחוב|רחוב|במושב|בקיבוץ)\s+(?:ה)?([א-ת"׳-]+(?:\s(?!עד|של|עם|ב|ואני|אני|או)[א-ת]+)?)/.exec(
      text,
    )?.[1];
  if (cities.length > 0) facts.area = [...new Set(cities)].slice(0, 2).join(" או ");
  else if (place && !/^(?:ו|הזה|שלכם)/.test(place)) facts.area = place;
  else if (asked.includes("area") && !isQuestion(text)) {
    const bare = bareAnswer(text);
    if (bare.split(" ").length <= 4 && bare.length > 1 && !isRefusal(text))
      facts.area = bare.replace(/^ב(?=[א-ת]{3})/, "");
  }
}

function readAmounts(digits: string, asked: Slot[], facts: Facts, hasRooms: boolean): void {
  const numbers = numbersIn(digits);
  const first = numbers[0];
  const money = numbers.find((value) => value >= 1000 && !(value >= 2020 && value <= 2035));
  if (money !== undefined) facts.budgetShekels = money;
  else if (asked.includes("budget") && first !== undefined && !hasRooms) {
    // "שבע" in answer to "what budget?" means seven thousand for a rent and seven million for a flat.
    facts.budgetShekels =
      first <= 30 ? first * (facts.deal === "buy" || facts.deal === "sell" ? 1_000_000 : 1000) : first;
  }
  if (asked.includes("rooms") && !hasRooms && first !== undefined && first <= 12) facts.rooms = first;
}

const MONTHS = "ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר";
const WHEN = new RegExp(
  `(?<![א-ת])((?:[בלמ]?-?ה?-?\\d{1,2} )?[בלמ]?(?:תחילת|אמצע|סוף|ראשית)? ?ה?(?:${MONTHS})(?![א-ת])|מיידי?ת?|מיד|כמה שיותר מהר|בהקדם|כבר עכשיו|(?:עד |[בל])?סוף (?:ה)?(?:שבוע|חודש|שנה)|[בלמ]?ה?(?:חודש|שבוע|שנה) הב(?:א|אה)|עוד ה?חודש|בעוד [א-ת]+(?: [א-ת]+)?|אחרי ה?חגים|[בלמה]?(?:מחר(?:תיים)?|היום)|[בלמ]?יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת|[אבגדהו]['׳]))(?![א-ת])((?:,? (?:ב?בוקר|בערב|ב?צהריים|אחר הצהריים|אחרי הצהריים|בשעה [א-ת\\d:]+|ב-?\\d{1,2}(?::\\d{2})?|בתשע|בעשר|באחת עשרה|בשתים עשרה|באחת|בשתיים|בשלוש|בארבע|בחמש|בשש|בשבע|בשמונה)(?![א-ת]))*)`,
);

/** A time or date as the caller put it. */
export function whenIn(text: string): string | undefined {
  const match = WHEN.exec(text);
  return match ? `${match[1] ?? ""}${match[2] ?? ""}`.trim() : undefined;
}

const NAME_WORD = "[א-ת]{2,}(?:['׳][א-ת]*)?";
const NOT_A_NAME =
  /^(?:אני|ואני|רוצה|מחפש|מחפשת|צריך|צריכה|שמי|תודה|כן|לא|הטלפון|והטלפון|הנייד|המספר|והמספר|מספר|מדבר|מדברת|מתקשר|מתקשרת|של|בקשר|לגבי|מעוניין|מעוניינת|שלום|בסדר|אפשר|רגע|זה|טוב|את|עם|גם|כבר|שלי|הוא|היא|לשכור|לקנות|אז|אה|בטח|בשביל|דירה|בן|בת|אדם|פה|כאן|איפה|מתי|כמה|איך|מה)$/;

function readName(text: string, asked: Slot[], facts: Facts, hasPhone: boolean): void {
  const strong = new RegExp(
    `(?:שמי(?: הוא)?|קוראים לי|השם שלי(?: הוא)?|השם(?: הוא)?|על שם)\\s+(${NAME_WORD}(?:[ -]${NAME_WORD})?)`,
  ).exec(text)?.[1];
  const weak = new RegExp(`(?:(?:מדברת?|כאן|זה|זאת|אני)\\s+)(${NAME_WORD}(?:[ -]${NAME_WORD})?)`).exec(text)?.[1];
  const greeting = new RegExp(`^(?:שלום|היי|הלו)[, ]+(?:מדברת?|כאן|זה|זאת)\\s+(${NAME_WORD}(?: ${NAME_WORD})?)`).exec(
    text,
  )?.[1];
  const candidate = strong ?? greeting ?? (asked.includes("name") ? (weak ?? bareAnswer(text)) : undefined);
  if (!candidate || isUnclear(candidate) || isRefusal(text)) return;
  if (candidate === bareAnswer(text) && (isQuestion(text) || (hasPhone && !/[א-ת]/.test(candidate)))) return;
  const words: string[] = [];
  for (const word of candidate
    .replace(/[^א-ת\s'׳-]/g, " ")
    .split(/\s+/)
    .filter(Boolean)) {
    if (NOT_A_NAME.test(word) || words.length === 3) break;
    words.push(word);
  }
  if (words.length > 0 && words.length <= 3 && candidate.split(/\s+/).length <= 4) facts.name = words.join(" ");
}

function readRefusal(text: string, asked: Slot[], facts: Facts): void {
  if (!isRefusal(text)) return;
  for (const slot of asked) facts.skipped.add(slot);
}

/** The caller does not know, does not mind or does not want to say. */
export function isRefusal(text: string): boolean {
  return /לא משנה|לא יודעת?|לא בטוח|עוד לא החלט(?:תי|נו)|גמיש|אין לי (?:מושג|העדפה|תקציב)|מעדיפ[הא]? לא|לא רוצ[הי] (?:לתת|למסור|להגיד)|לא חשוב/.test(
    text,
  );
}

/** Whether the caller asks something. */
export function isQuestion(text: string): boolean {
  if (isRefusal(text)) return false;
  return /\?|(?<![א-ת])(?:האם|מתי|איפה|כמה|איך|מה ה|מי |למה|יש לכם|אפשר לדעת|אתם|איזה|איזו)/.test(text);
}

function bareAnswer(text: string): string {
  return text
    .replace(/[.,!?]/g, " ")
    .replace(
      /^(?:\s*(?:אז|כן|אה+|אממ+|טוב|בטח|בסדר|נראה לי|אני חושבת?|אולי|השם|שמי|זה|אני|רק|מחפש(?:ת)?|רוצה|באזור|אזור)(?=\s))*/,
      "",
    )
    .replace(/\s+(?:בבקשה|תודה|בערך|נגיד)\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
