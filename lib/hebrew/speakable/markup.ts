/** What only the eye understands: markdown, links, emoji, direction marks. */
import { joinOneLineLists } from "./one-line-lists.ts";

/** A star that is no mark stays: that of a star number (*2700, also 2700*), of a code, and that between two numbers. */
const MARKING_STARS =
  /\*{2,}|(?<!\d ?)\*(?!\d{3,5}(?![\d*]))|(?<=\d ?)(?<!(?<![\d*])\d{4}|(?<![*א-ת])ה?קוד[^*\n]{0,25}\d)\*(?! ?\d)/g;

/** The key, where somebody is told to press it. */
const STAR_KEY = /(?<=(?:הקש|הקישו|הקישי|להקיש|לחץ|לחצו|לחצי|ללחוץ)(?: על)? )\*(?![*\d\p{L}])/gu;

/** "moked.co.il/haifa"; a site without a path is a name, and is said. */
const BARE_LINK =
  /\s?(?:(?<![א-ת])[בלמה]-?|(?<![\w.@-]))[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)*\.[a-z]{2,}\/\S*?(?=[.,;!?)]*(?:\s|$))/gi;

/** Without markup; the words, numbers and signs stay as they were written. */
export function withoutMarkup(text: string): string {
  return joinOneLineLists(text)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\u00a0/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s?(?:(?<![א-ת])[בלמה]-?)?(?:https?:\/\/|www\.)\S+?(?=[.,;!?)]*(?:\s|$))/gi, "")
    .replace(BARE_LINK, "")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/^\s*(?:#{1,6}|[-*•–]|\d{1,2}[.)])\s+/gm, "")
    .replace(STAR_KEY, "כוכבית")
    .replace(MARKING_STARS, "")
    .replace(/`+|~~+/g, "")
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
    .replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20e3|\ufe0f/gu, "");
}
