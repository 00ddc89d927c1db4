/** One of what has a name of two words: "1 חדר שינה" is חדר שינה אחד. */
import { cardinal } from "./cardinals.ts";
import { isLabelled, nounOf } from "./nouns.ts";
import { GLUE } from "./pattern.ts";

/** The second words of such names. */
const SECOND =
  "שינה|רחצה|עבודה|ארונות|אורחים|ילדים|משפחה|הורים|חניה|חנייה|שמש|דיור|מגורים|גן|גג|סטודיו|ייעוץ|היכרות|אוכל|רכבת|שירות";
/** First words that never stand alone; all are feminine. */
const FIRST = "דירת|יחידת|פגישת|שיחת|הצעת|פינת|תחנת|עסקת|בקשת";
const ONE = new RegExp(
  `(?<![\\d.,:/-]|\\d )${GLUE}1 ((?:${FIRST}) [א-ת]{2,}|([א-ת]{2,}) (?:${SECOND}))(?![א-ת׳״])`,
  "gu",
);

/** Such names with their one behind them. */
export function speakOnes(text: string): string {
  return text.replace(ONE, (match: string, name: string, first: string | undefined, at: number, whole: string) => {
    const noun = first ? nounOf(first) : null;
    if (isLabelled(whole.slice(0, at)) || (first && (!noun || noun.singular !== first))) return match;
    return `${name} ${cardinal(1, noun?.gender ?? "f")}`;
  });
}
