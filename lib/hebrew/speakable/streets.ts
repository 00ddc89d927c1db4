/** Names of streets, after which a number is a house. */

/** Of every town, known without the word רחוב. */
export const STREETS =
  "הרצל|ו?ויצמן|ז׳בוטינסקי|ביאליק|רוטשילד|סוקולוב|דיזנגוף|ארלוזורוב|אלנבי|בן גוריון|בן יהודה|דוד המלך|שלמה המלך|אחד העם|יגאל אלון";

const INTRODUCED = /(?:רחוב|רח׳|שדרות|שד׳|דרך|סמטת|כיכר)(?: [א-ת׳״]+){0,3} $/u;
const KNOWN = new RegExp(`(?<![א-ת])[ובלמש]{0,2}(?:${STREETS}) $`, "u");

/** Whether a text ends with the word רחוב or the like, and what may be its name. */
export function endsWithStreetWord(before: string): boolean {
  return INTRODUCED.test(before);
}

/** Whether a text ends with the name of a street that every town has. */
export function endsWithKnownStreet(before: string): boolean {
  return KNOWN.test(before);
}

/** Whether a text ends with a street, so that a number after it is a house. */
export function endsWithStreet(before: string): boolean {
  return INTRODUCED.test(before) || KNOWN.test(before);
}
