/** How the voice says words that it would say wrongly: names, foreign words, abbreviations. */

export interface Pronunciation {
  /** As the word stands in a text. */
  written: string;
  /** As it is to be read out; nikud is allowed. */
  spoken: string;
}

/** Letters that Hebrew writes onto the word after them ("ושבחיפה"). */
const PREFIXES = "[ובכלמהש]{0,4}?[-־]?";
/** Nothing before or after that would make it another word; a quote inside letters is an abbreviation's. */
const BEGIN = `(?<![\\p{L}\\p{M}\\p{N}]|\\p{L}["״'׳])`;
const END = `(?![\\p{L}\\p{M}\\p{N}]|["״'׳]\\p{L})`;

/** The text with each written word as it is said. Of words that begin alike the longest counts; each is said once. */
export function applyLexicon(text: string, lexicon: readonly Pronunciation[]): string {
  if (lexicon.length === 0) return text;
  const spoken = new Map(lexicon.map((word) => [sameWord(word.written), word.spoken]));
  const words = [...spoken.keys()].sort((a, b) => b.length - a.length).map(asPattern);
  const wanted = new RegExp(`${BEGIN}(${PREFIXES})(${words.join("|")})${END}`, "giu");
  return text.replace(wanted, (found, prefix: string, word: string) => {
    const said = spoken.get(sameWord(word));
    return said === undefined ? found : prefix + said;
  });
}

/** Alike to the eye: any kind of quote, any case, any space. Two entries that differ only so are one word. */
export function sameWord(written: string): string {
  return written
    .toLowerCase()
    .replace(/[”“„״]/g, '"')
    .replace(/[’‘׳`]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

function asPattern(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    .replace(/"/g, '["”“„״]')
    .replace(/'/g, "['’‘׳`]")
    .replace(/ /g, "\\s+");
}
