/** LIKE patterns for what people type into a search box. */

/** One or two letters are the beginning of a word: inside words they would be everywhere, and no index knows them. */
export function textPatterns(words: string): { anywhere: string; atStart: string | null } {
  const plain = words.replace(/[\\%_]/g, "\\$&");
  return words.length < 3
    ? { anywhere: `% ${plain}%`, atStart: `${plain}%` }
    : { anywhere: `%${plain}%`, atStart: null };
}

/** A number however it is written: with or without the country, with any separators. */
export function numberPattern(asked: string): string | null {
  if (!/^[+\d\s().-]+$/.test(asked)) return null;
  const digits = asked.replace(/\D/g, "").replace(/^(00972|972|0)/, "");
  return digits.length < 3 ? null : `%${digits}%`;
}
