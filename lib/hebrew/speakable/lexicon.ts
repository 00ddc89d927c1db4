/** How the voice says words that it would say wrongly: names, foreign words, abbreviations. */
import { evenCharacters } from "./characters.ts";
import { keptWords } from "./kept-words.ts";

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

/**
 * What `speak` makes of a text, with each written word as the business says it. The reading is the same as without these
 * words: `speak` knows words by their letters, so those that it leaves as they are get their sound when it is done. Others
 * (abbreviations, words with signs or digits) would not be there any more, and get it before.
 */
export function speakWithLexicon(
  text: string,
  lexicon: readonly Pronunciation[],
  speak: (text: string) => string,
): string {
  const stays = (word: string) => speak(word) === word;
  const spoken = speak(applyLexicon(text, lexicon, (said, word) => (stays(word) ? word : said)));
  const left = applyLexicon(text, lexicon, (_, word) => (stays(word) ? word : " "));
  const isKept = keptWords(left, spoken);
  return applyLexicon(spoken, lexicon, (said, word, at) =>
    isKept(at, at + word.length) ? speak(evenCharacters(said)) : word,
  );
}

/**
 * The text with each written word as it is said, or as `say` makes of it. Of words that begin alike the longest counts;
 * each is said once.
 */
export function applyLexicon(
  text: string,
  lexicon: readonly Pronunciation[],
  say: (spoken: string, word: string, at: number) => string = (spoken) => spoken,
): string {
  const spoken = new Map(lexicon.map((word) => [sameWord(word.written), word.spoken]));
  spoken.delete("");
  if (spoken.size === 0) return text;
  const words = [...spoken.keys()].sort((a, b) => b.length - a.length).map(asPattern);
  const wanted = new RegExp(`${BEGIN}(${PREFIXES})(${words.join("|")})${END}`, "giu");
  return text.replace(wanted, (found, prefix: string, word: string, at: number) => {
    const said = spoken.get(sameWord(word));
    return said === undefined ? found : prefix + say(said, word, at + prefix.length);
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
