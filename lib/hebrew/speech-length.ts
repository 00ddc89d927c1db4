/** How long a text takes to be said: the bounds that no voice is outside of. Audio is raw mu-law, 8 kHz. */

const BYTES_PER_MS = 8;
/**
 * Spoken Hebrew has some 11 to 14 letters a second; the quickest recording of the phrasebook has 16 (63 ms a letter). A
 * voice far from that has left something out, or made something up.
 */
const MS_PER_LETTER = { least: 50, most: 260 };
/** A digit is a whole word to the ear, however short it looks. */
const MOST_MS_PER_DIGIT = 1200;
/** Silence around the words, whatever their number. */
const MOST_MARGIN_MS = 1500;

/** Why so many bytes of audio cannot be all of that text: what can be said of audio that was played as it came. */
export function missingSpeech(bytes: number, text: string): string | null {
  if (bytes === 0) return "no audio";
  const { letters, digits } = countOf(text);
  const ms = bytes / BYTES_PER_MS;
  return ms < (letters + digits) * MS_PER_LETTER.least ? `${Math.round(ms)} ms is too short` : null;
}

/** Why so many bytes are more than that text: no voice needs so long for it, and one without end must be left. */
export function excessSpeech(bytes: number, text: string): string | null {
  const { letters, digits } = countOf(text);
  const ms = bytes / BYTES_PER_MS;
  const most = letters * MS_PER_LETTER.most + digits * MOST_MS_PER_DIGIT + MOST_MARGIN_MS;
  return ms > most ? `${Math.round(ms)} ms is too long` : null;
}

function countOf(text: string): { letters: number; digits: number } {
  return { letters: text.match(/\p{L}/gu)?.length ?? 0, digits: text.match(/\p{N}/gu)?.length ?? 0 };
}
