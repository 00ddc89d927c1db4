/** A transcript's words in lower case, without punctuation and nikud; a number of figures is one word. */
export function wordsOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(QUOTES_INSIDE, "")
    .split(NO_WORD)
    .filter(Boolean);
}

/** How many letters have to be spoken for these words; a figure is at least as long as two. */
export function lettersIn(words: readonly string[]): number {
  const letters = words.flatMap((word) => [...word]);
  return letters.length + letters.filter((letter) => DIGIT.test(letter)).length;
}

const MARKS = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** Of abbreviations and contractions: ע"י, I'm. */
const QUOTES_INSIDE = /(?<=\p{L})["'׳״’”](?=\p{L})/gu;
const DIGIT = /\p{N}/u;
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u;
