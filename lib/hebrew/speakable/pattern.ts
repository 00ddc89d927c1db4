/** Pieces that the patterns of this folder share. */

/** The letters that Hebrew glues to the beginning of a word: ב-3, מה-15, וכש-7. */
export const PREFIX = "ו?(?:[הבכלמש]|כש|לכש|מה|שה|שב|שמ|בכ|לכ|מכ)|ו";

/** Put before something that becomes a word: the hyphen after a prefix goes with it. */
export const GLUE = `(?:(?<=(?<![\\p{L}\\p{M}])(?:${PREFIX}))-)?`;

const AT_END = new RegExp(`(?<![\\p{L}\\p{M}״׳])(${PREFIX})-?$`, "u");

/** The prefix at the very end of a text; empty when there is none. */
export function prefixAtEnd(text: string): string {
  return AT_END.exec(text.slice(-8))?.[1] ?? "";
}

/** "בין 10-12" is said with ל-: whether a text ends so. */
export function isBetween(before: string): boolean {
  return /בין(?: ה?(?:שעות|תאריכים|ימים))? (?:ה-?)?$/.test(before.slice(-20));
}

/** A text as a pattern that matches exactly it. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
