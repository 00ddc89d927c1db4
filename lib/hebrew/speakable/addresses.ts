/** Streets, floors and what is counted off by "the": הרצל 12/5, קומה 3/8, הקומה ה-3. */
import { cardinal, ordinal } from "./cardinals.ts";
import { nounOf } from "./nouns.ts";

const HOUSE =
  /((?:^|[\s,(])[ובלמהש]{0,3}(?:רחוב|שדרות|דרך|סמטת|כיכר)(?: (?!מספר )[א-ת׳״"]+){0,3}?) (\d{1,3})(?:\/(\d{1,3})|([א-ת])׳?(?![א-ת]))?(?![\d.,:%]*\d|[%:/])/gu;
/** "קומה 2-" is the second floor below the ground, typed from right to left. */
const TYPED_FROM_RIGHT = /(?<=קומה )(\d{1,2})-(?=[\s.,)]|$)(?! ?\d)/g;
const NTH = /([א-ת]+) ה-?(\d{1,3})(?![\d.,:/]*\d)(?! [א-ת]*(?:ים|ות)(?![א-ת]))/g;

/** The numbers of houses, flats and floors in words. */
export function speakAddresses(text: string): string {
  return text
    .replace(/(?<=(?<![א-ת])[ובהלמש]{0,3})ק׳(?=:? ?-?\d) ?/g, "קומה ")
    .replace(TYPED_FROM_RIGHT, "-$1")
    .replace(HOUSE, (_, street: string, house: string, flat?: string, wing?: string) => {
      const at = `${street} ${cardinal(Number(house), "f")}`;
      if (wing) return `${at} ${wing}`;
      return flat ? `${at} דירה ${cardinal(Number(flat), "f")}` : at;
    })
    .replace(NTH, (match, word: string, number: string) => {
      const noun = nounOf(word) ?? nounOf(word.replace(/^[ובלמ]?ה?/, ""));
      return noun && !noun.plural && Number(number) > 0 ? `${word} ה${ordinal(Number(number), noun.gender)}` : match;
    });
}
