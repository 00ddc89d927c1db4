/** Thousands and millions as they are typed: shorts, misspellings and a comma where the point belongs. */

const MONEY = "(?:₪|ש״ח|שח|שקל|\\$|€|דולר|אירו)";
/** "2.45 מ׳ ₪"; without money they are metres and a letter. */
const MILLION = new RegExp(`(?<=\\d)\\s?(?:מ׳|מיל׳)(?=\\s?${MONEY})`, "gu");
const THOUSAND = new RegExp(`(?<=\\d)\\s?א׳(?=\\s?${MONEY})`, "gu");
/** "1.5M", "150k-200k", "$1.2m"; a small m alone is a metre, and the K of a screen is none. */
const LETTER = new RegExp(
  `(?<!(?:מסך|מסכי|וידאו|סרטון|צילום|טלוויזיה|טלוויזיית|מקרן|איכות|רזולוציית) [^,.;!?\\n]{0,25})(?<=\\d)\\s?([KkM]|m(?=\\s?${MONEY})|(?<=\\$[\\d.,]+)m)(?![\\p{L}\\p{M}\\d])`,
  "gu",
);
const COUNTED = "חדרים|חד׳|חדר|שעות|שנים|דונם|מטר|מ״ר|ק״מ|אחוז|מיליון|מיליארד|אלף";

/** "3,5 חדרים" has only a half behind its comma, "1,95 מיליון" anything; "1,2,3" and "קומה 3,5 חדרים" are lists. */
const COMMA = new RegExp(
  `(?<![\\d.,:/]|\\d-|(?:קומה|ק׳) )(\\d{1,3}),(?:(5)(?=\\s?(?:${COUNTED}))|(\\d{1,2})(?=\\s?(?:מיליון|מיליארד|%|${MONEY})))`,
  "gu",
);

/** The same with the words and signs that every later step knows: "2.4 מלש״ח" is 2.4 מיליון ש״ח. */
export function nameScales(text: string): string {
  return text
    .replace(/(?<![א-ת])([ובהלמכש]{0,2}-?)מליו(?=ן|נים)/gu, "$1מיליו")
    .replace(/(?<=\d)\s?מל?ש״ח(?![א-ת])/gu, " מיליון ש״ח")
    .replace(/(?<=\d)\s?אל?ש״ח(?![א-ת])/gu, " אלף ש״ח")
    .replace(MILLION, " מיליון")
    .replace(THOUSAND, " אלף")
    .replace(LETTER, (_, letter: string) => (letter.toLowerCase() === "k" ? " אלף" : " מיליון"))
    .replace(COMMA, (_, whole: string, half?: string, part?: string) => `${whole}.${half ?? part ?? ""}`);
}
