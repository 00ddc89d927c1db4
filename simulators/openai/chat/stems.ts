/** Words without what Hebrew and English hang on them, so that "מהתמרים" is the תמרים of the list. */

/** What some words are called in the language of the list. */
const HEBREW: Record<string, string> = {
  ...{ date: "תמר", raisin: "צימוק", nut: "אגוז", almond: "שקד", honey: "דבש", oil: "שמן", wine: "יין" },
  ...{ bread: "לחם", challah: "חלה", cake: "עוג", cookie: "עוגי", chocolate: "שוקולד", cheese: "גבינ" },
  ...{ shirt: "חולצ", large: "גדול", big: "גדול", small: "קטנ", medium: "בינוני" },
  ...{ red: "אדומ", blue: "כחול", black: "שחור", white: "לבנ" },
};

/** The word's stem, as it stands. */
export function stem(word: string): string {
  const bare = word.replace(/יי/g, "י");
  if (!/[א-ת]/.test(bare)) return /[a-z]{3}s$/.test(bare) ? bare.replace(/(?:(?<=x|s|ch|sh)es|s)$/, "") : bare;
  const short = bare.length > 3 ? bare.replace(/(?:אות|ים|ות|י|ה|ת)$/, "") : bare;
  return short.replace(/[ךםןףץ]$/, (last) => INNER[last] ?? last);
}

const INNER: Record<string, string> = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };

/** Whether a word that somebody said means this word of the list. */
export function means(said: string, listed: string): boolean {
  const wanted = stem(listed);
  const own = stem(said);
  if (own === wanted || HEBREW[own] === wanted) return true;
  // "and", "that", "the", "in", "to", "of": up to three of them hang before a word.
  return [1, 2, 3].some((length) => {
    const rest = said.slice(length);
    return rest.length > 1 && /^[ושהבלמכ]+$/.test(said.slice(0, length)) && stem(rest) === wanted;
  });
}
