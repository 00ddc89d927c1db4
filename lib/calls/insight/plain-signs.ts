/** What callers want and how they feel, by the words that give it away. */
import type { Sentiment, Want } from "../schemas/insight.ts";
import { kindOf } from "./fields.ts";

const OWN = /(?:דירה|בית|נכס|משרד|חנות) של(?:י|נו)|יש ל(?:י|נו) (?:דירה|בית|נכס|משרד|חנות)/;

const RENTING = /לשכור|שכירות|להשכרה|(?<![a-z])(?:rent|lease)(?![a-z])/i;
const BUYING = /לקנות|לרכוש|רכישה|קנייה|קונה|למכירה|(?<![a-z])buy(?![a-z])/i;

/** The first that holds is what the call is about. */
const SIGNS: [Want, (said: string) => boolean][] = [
  [
    "complaint",
    (said) => /תלונה|להתלונן|לא מרוצ|מאוכזב|נזילה|תקלה|מקולקל|לא עובד|התקלקל|בושה|אף אחד לא חזר/.test(said),
  ],
  ["let_out", (said) => /(?<![א-ת])להשכיר(?![א-ת])/.test(said) || (OWN.test(said) && /השכרה/.test(said))],
  ["sell", (said) => /(?<![א-ת])למכור(?![א-ת])/.test(said) || (OWN.test(said) && /מכירה/.test(said))],
  ["rent", (said) => RENTING.test(said)],
  ["buy", (said) => BUYING.test(said)],
  // One buys a property only from those who have one to sell; from anybody else it is a product.
  ["order", (said) => /להזמין|הזמנה/.test(said) || RENTING.test(said) || BUYING.test(said)],
  ["appointment", (said) => wantsToMeet(said)],
  ["question", (said) => /\S+ \S+ \S+\?|(?<![א-ת])(?:עד מתי|מתי|איפה|כמה|איך|האם|מה השעות|יש לכם)(?![א-ת])/.test(said)],
];

/** What all that the caller said asks for, of a business of this field. */
export function plainWant(said: string, field: string): Want {
  const { wants } = kindOf(field);
  return SIGNS.find(([want, holds]) => wants.includes(want) && holds(said))?.[0] ?? "other";
}

const REFUSED = /(?<![א-ת])(?:לא (?:צריך|צריכה|צריכים|רוצה|רוצים)|אין צורך)[^.,!?\n]*/g;

/** To come, to see, to be visited. */
export function wantsToMeet(said: string): boolean {
  const asked =
    /לקבוע (?:פגישה|ביקור|תור|סיור|שעה|זמן)|לתאם|לבוא לראות|לראות את ה(?:דירה|בית|נכס|משרד)|(?<![א-ת])פגישה/;
  return asked.test(said.replaceAll(REFUSED, ""));
}

export function wantsCallBack(said: string): boolean {
  return /שיחזרו אלי|לחזור אלי|תחזרו אלי|תחזור אלי|יחזרו אלי|שיתקשרו|תתקשרו אלי|להשאיר הודעה/.test(said);
}

/** Bad words weigh double: people say thanks out of habit. */
export function plainSentiment(said: string): Sentiment {
  const good = said.match(/תודה רבה|מצוין|מעולה|נהדר|אחלה|יופי|מקסים|שירות טוב|thank/gi)?.length ?? 0;
  const bad =
    said.match(/תלונה|לא מרוצ|מאוכזב|כועס|גרוע|נורא|בושה|נמאס|לא עובד|מעצבן|חוצפה|אף אחד לא|נזילה|שערורי/g)?.length ??
    0;
  if (bad > 0 && bad * 2 >= good) return "negative";
  return good > 0 ? "positive" : "neutral";
}
