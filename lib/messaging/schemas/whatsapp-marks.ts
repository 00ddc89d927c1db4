/** WhatsApp's marks for bold, italic and struck: a pair around words, and no letter of another word, nor an address, before it. */
const MARKED = /(?<![\p{L}\p{N}*_~/=&?#])([*_~])(?=\S)([^*_~\n]+)(?<=\S)\1(?![\p{L}\p{N}*_~])/gu;

export type WhatsappMark = "*" | "_" | "~";

/** As it reads where nothing shows them: in a text message. */
export function withoutMarks(text: string): string {
  return text.replace(MARKED, "$2");
}

/** A text in its parts: what stands between a pair of marks, without them, and what stands between nothing (null). */
export function partsByMark(text: string): { words: string; mark: WhatsappMark | null }[] {
  const parts: { words: string; mark: WhatsappMark | null }[] = [];
  let from = 0;
  for (const found of text.matchAll(MARKED)) {
    if (found.index > from) parts.push({ words: text.slice(from, found.index), mark: null });
    parts.push({ words: found[2] ?? "", mark: found[1] as WhatsappMark });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ words: text.slice(from), mark: null });
  return parts;
}
