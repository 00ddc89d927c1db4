/** Text for searching: what looks or sounds alike to a person becomes alike. */

const finals: Record<string, string> = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };

/**
 * Without nikud, quotes and geresh (both בע״מ and בעמ are typed); final letters folded; hyphens are spaces; lower case,
 * single spaces. The database does the same to customers' names: drizzle/schema/customers.ts.
 */
export function normalizeForSearch(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/g, "")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .replace(/[״“”„"׳’‘`']/g, "")
    .replace(/[ךםןףץ]/g, (letter) => finals[letter] ?? letter)
    .toLowerCase()
    .replace(/[\s\u05BE\u2010-\u2015-]+/g, " ")
    .trim();
}
