/** LIKE patterns for what people type into a search box. */
import { normalizeForSearch } from "../hebrew/normalize.ts";

export interface SearchPatterns {
  /** What was asked for, as the columns for searching have it. */
  words: string;
  anywhere: string;
  /** For the beginning of the text, where no blank stands before the word. */
  atStart: string | null;
  /** A number however it is written: with or without the country, with any separators. */
  number: string | null;
}

/** Null when nothing is asked for. */
export function searchPatterns(asked: string | undefined): SearchPatterns | null {
  const words = normalizeForSearch(asked ?? "");
  if (words === "") return null;
  return { words, ...textPatterns(words), number: numberPattern(asked ?? "") };
}

/** One or two letters are the beginning of a word: inside words they would be everywhere, and no index knows them. */
function textPatterns(words: string): { anywhere: string; atStart: string | null } {
  const plain = words.replace(/[\\%_]/g, "\\$&");
  return words.length < 3
    ? { anywhere: `% ${plain}%`, atStart: `${plain}%` }
    : { anywhere: `%${plain}%`, atStart: null };
}

function numberPattern(asked: string): string | null {
  if (!/^[+\d\s().-]+$/.test(asked)) return null;
  const digits = asked.replace(/\D/g, "").replace(/^(00972|972|0)/, "");
  return digits.length < 3 ? null : `%${digits}%`;
}
