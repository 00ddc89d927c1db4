/** Directions in plain text, where there is no markup to say them, and what is in a text that is not seen. */

const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const OVERRIDES = /[\u202d\u202e]/g;
/** Marks and fillers of every script take no ink; nor do blanks, and U+2800 is a braille letter without a dot. */
const SEEN = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const PLAIN = {
  he: /^[א-ת0-9\s'"׳״.,!?:;/־-]*$/,
  en: /^[\x20-\x7e]*$/,
} as const;
const MARK = { he: "\u200f", en: "\u200e" } as const;

/** Without the characters that are not seen: what turns a text around, and what hides between its letters. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/** Without what forces letters into another order than their own: "gpj.exe" would be read as "exe.jpg". */
export function withoutOverrides(text: string): string {
  return text.replace(OVERRIDES, "");
}

/** Whether there is anything in it to see. */
export function isSeen(text: string): boolean {
  return SEEN.test(text);
}

/**
 * What somebody typed, to stand inside a line of that language: it keeps its own direction, the line keeps its own, and
 * neither turns the other around. Unchanged where nothing can be turned.
 */
export function isolated(text: string, language: "he" | "en"): string {
  return PLAIN[language].test(text) ? text : `${MARK[language]}\u2068${text}\u2069`;
}

/** What reads from left to right also inside Hebrew: "1 x 10" would be shown as "x 10 1". */
export function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}
