/** Text for the ear: without what only the eye understands. */

import { type Pronunciation, withPronunciations } from "./lexicon.ts";

/** Without markdown, links, emoji and direction marks; the words stay as they are. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\u00a0/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(?:https?:\/\/|www\.)\S+?(?=[.,;!?)]*(?:\s|$))/gi, "")
    .replace(/^\s*(?:#{1,6}|[-*•–]|\d{1,2}[.)])\s+/gm, "")
    .replace(/[*`#~|<>\\[\]{}]+/g, "")
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
    .replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20e3|\ufe0f/gu, "");
}

/** One sentence as a voice can read it, each word of the lexicon as it is to be said. Empty when nothing can be spoken. */
export function speakable(text: string, lexicon: readonly Pronunciation[] = []): string {
  const words = withPronunciations(withoutMarkup(text), lexicon)
    .replace(/₪\s*(\d[\d,.]*\d|\d)/g, "$1 שקלים")
    .replace(/\s*₪/g, " שקלים")
    .replace(/(\d)\s*%/g, "$1 אחוז")
    .replace(/\s*&\s*/g, " ו")
    .replace(/\s+([.,!?;:])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return /[\p{L}\p{N}]/u.test(words) ? words : "";
}
