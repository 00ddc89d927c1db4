/** How a business wants a word to be said. */
import { evenCharacters } from "./characters.ts";
import { literal, PREFIX } from "./pattern.ts";

export interface Pronunciation {
  /** As it stands in texts: "Moked", "כפר יונה". */
  written: string;
  /** As it is to be read, with nikud or not. */
  spoken: string;
}

/** Every whole word (or words) of the lexicon in its spoken form; Hebrew prefixes may stand before it. */
export function applyLexicon(text: string, lexicon: readonly Pronunciation[]): string {
  const spoken = new Map<string, string>();
  for (const entry of lexicon) {
    const written = evenCharacters(entry.written).trim();
    if (written) spoken.set(written.toLowerCase(), entry.spoken);
  }
  if (spoken.size === 0) return text;
  // The longest first: "תל אביב יפו" before "תל אביב".
  const words = [...spoken.keys()].sort((a, b) => b.length - a.length).map((word) => literal(word));
  const wanted = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])((?:${PREFIX})-?)??(${words.join("|")})(?![\\p{L}\\p{M}\\p{N}])`,
    "giu",
  );
  return text.replace(wanted, (_, prefix: string | undefined, word: string) => {
    return `${prefix ?? ""}${spoken.get(word.toLowerCase()) ?? word}`;
  });
}
