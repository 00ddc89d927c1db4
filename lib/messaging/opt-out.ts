/** The words that end advertising, when they are the whole message. "הסר 2" takes a line out of a cart instead. */
import { withoutInvisible } from "../hebrew/bidi.ts";

const REMOVE = "הסר|הסירו|הסירי|להסיר|הסרה|להסרה|תסיר|תסירי|תסירו";
const OUT = new Set(
  (
    `${REMOVE}|הפסיקו לשלוח|תפסיקו לשלוח|תפסיקו לשלוח לי|לא לשלוח יותר|` +
    "stop|stopall|stop all|stop promotions|stop sending|stop messages|unsubscribe|unsubscribe me|remove me|" +
    "opt out|optout"
  ).split("|"),
);
const TAKE_OFF = `${REMOVE}|הורד|הורידו|הורידי|תוריד|תורידי|תורידו|להוריד`;
const ADVERTISING = "הודעות|פרסומות|פרסומים|פרסום|ספאם|הודעות (?:ה?פרסום|פרסומיות|ה?שיווק|שיווקיות)|דיוור|מבצעים";
const MAILING = "רשימת ה?(?:תפוצה|דיוור)|ה?תפוצה|ה?דיוור";
const WHICH = "(?: ה?אלה| ה?אלו| שלכם)?";
/** … me, perhaps from what. */
const TAKE_ME_OUT = new RegExp(
  `^(?:${TAKE_OFF}) (?:אותי|אותנו)(?: מ(?:ה?רשימה|ה?רשימות|${MAILING}|ה?(?:${ADVERTISING})${WHICH}))?$`,
  "u",
);
/** Without a word of whom: something else may be put down, from a cart or from what is published. */
const TAKE_OUT = new RegExp(
  `^(?:(?:${TAKE_OFF}) מ(?:${MAILING})|(?:${REMOVE}) מ(?:ה?רשימה|ה?רשימות|ה?(?:הודעות|פרסומות)${WHICH}))$`,
  "u",
);
/** Who wants no more of one thing, an order or a reminder, says of which. */
const STOP_SENDING = new RegExp(
  "^(?:(?:הפסיקו|הפסיקי|הפסק|תפסיקו|תפסיקי|תפסיק|להפסיק|די|מספיק) (?:לשלוח|עם)|(?:אל|לא) (?:תשלחו|תשלחי|תשלח|לשלוח))" +
    `(?: (?:לי|לנו|אליי|אלי|אלינו))?(?: יותר| עוד)? (?:את )?ה?(?:${ADVERTISING})${WHICH}(?: יותר)?$`,
  "u",
);
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
  if (OUT.has(plain) || [TAKE_ME_OUT, TAKE_OUT, STOP_SENDING].some((form) => form.test(plain))) return "refused";
  return IN.has(plain) ? "granted" : null;
}
