/** Words without what Hebrew and English hang on them, so that "מהתמרים" is the תמרים of the list. */

/** Letters that look otherwise at the end of a word. */
const INNER: Record<string, string> = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };

/** A word of either language without its ending. */
export function stem(word: string): string {
  const bare = word.replace(/יי/g, "י");
  if (!/[א-ת]/.test(bare)) return /[a-z]{3}s$/.test(bare) ? bare.replace(/(?:(?<=x|s|ch|sh)es|s)$/, "") : bare;
  const short = bare.length > 3 ? bare.replace(/(?:אות|ים|ות|י|ה|ת)$/, "") : bare;
  return short.replace(/[ךםןףץ]$/, (last) => INNER[last] ?? last);
}

/** What some words are called in the language of the list. */
const HEBREW: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ date: "תמר", raisin: "צימוק", nut: "אגוז", almond: "שקד", honey: "דבש", oil: "שמן", wine: "יין" },
    ...{ bread: "לחם", challah: "חלה", cake: "עוגה", cookie: "עוגיה", chocolate: "שוקולד", cheese: "גבינה" },
    ...{ soap: "סבון", shirt: "חולצה", large: "גדול", big: "גדול", small: "קטן", medium: "בינוני" },
    ...{ red: "אדום", blue: "כחול", black: "שחור", white: "לבן" },
  }).map(([english, hebrew]) => [english, stem(hebrew)] as const),
);

/** The stems that a word which somebody said may stand for. */
export function meanings(said: string): string[] {
  const own = stem(said);
  // "and", "that", "the", "in", "to", "of": up to three of them hang before a word.
  const hung = /^[ושהבלמכ]{1,3}/.exec(said)?.[0].length ?? 0;
  const bare = Array.from({ length: hung }, (_, at) => said.slice(at + 1)).filter((rest) => rest.length > 1);
  return [own, HEBREW.get(own) ?? own, ...bare.map(stem)];
}

/** The stems of a name or a choice of the list. */
export function stemsOf(label: string): string[] {
  const words = plain(label).match(/[\p{L}\d]+/gu) ?? [];
  return words.filter((word) => !STOP.has(word)).map(stem);
}

/** In small letters and without quotation marks. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/["״'׳’]/g, "");
}

/** Words that say nothing of what is wanted. */
export const STOP = new Set(
  (
    "אחלה מעולה יופי סבבה great good perfect לי לנו את של עם גם בבקשה תודה אז טוב שלום היי בסדר אוקיי כן אני אנחנו זה זו מזה מאלה ממנו ממנה אותו אותה הזה הזאת " +
    "בעצם יחידות מוצר בעגלה מהעגלה לעגלה להזמנה מההזמנה x × please i we would id can could you me us of the some it " +
    "them to for my our thanks hi hello yes ok okay from in cart"
  ).split(" "),
);
