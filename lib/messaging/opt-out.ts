/** The words that end advertising, when they are the whole message. "הסר 2" takes a line out of a cart instead. */
import { withoutInvisible } from "../hebrew/bidi.ts";

const OUT = new Set(
  (
    "הסר|הסירו|להסיר|הסרה|להסרה|תסיר|תסירי|תסירו|הפסיקו לשלוח|תפסיקו לשלוח|תפסיקו לשלוח לי|לא לשלוח יותר|" +
    "stop|stopall|stop all|stop promotions|stop sending|stop messages|unsubscribe|unsubscribe me|remove me|" +
    "opt out|optout"
  ).split("|"),
);
/** … me, perhaps from what. */
const TAKE_ME_OUT =
  /^(?:הסר|הסירו|הסירי|להסיר|תסיר|תסירי|תסירו|הורד|הורידו|תוריד|תורידי|תורידו|להוריד) (?:אותי|אותנו)(?: מ(?:ה?רשימה|ה?רשימות|רשימת ה?(?:תפוצה|דיוור)|ה?תפוצה|ה?דיוור|ה?פרסומות))?$/u;
/** Somebody who says "הרשמה" or "start" may want a course, or the menu: that is no consent to advertising. */
const IN = new Set("הצטרפות|להצטרף|הרשמה לעדכונים|subscribe|unstop".split("|"));
/** What people add to be kind, and mean nothing by. */
const POLITE = /(?:^| )(?:בבקשה|נא|תודה|תודה רבה|שלום|היי|אנא|please|pls|thanks|thank you)(?= |$)/gu;
const NIKUD = /[\u0591-\u05bd\u05bf-\u05c7]/gu;
const HARDLY_LONGER_THAN = 80;

/** What a message says of advertising; null when it says nothing of it. */
export function marketingWish(text: string): "refused" | "granted" | null {
  if (text.length > HARDLY_LONGER_THAN) return null;
  const words = withoutInvisible(text.normalize("NFKC"))
    .replace(NIKUD, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .toLowerCase();
  const plain = words.replace(POLITE, " ").replace(/\s+/g, " ").trim();
  if (OUT.has(plain) || TAKE_ME_OUT.test(plain)) return "refused";
  return IN.has(plain) ? "granted" : null;
}
