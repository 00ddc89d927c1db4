/** Sounds that are no words: what people hum while they think or listen, drawn out as long as they like. */

/** "ם" and "מ" alike, as recognisers write either. "אם", "הם", "מה", "האם", "אמא" and "מהמם" are words. */
const HEBREW = /^(?!מהמם$)(?:[מהא]*[מם]{2,}[מהא]*|א+ה+[מם]*|א{2,}|ה{2,}|ה+מ+|א+מ+)$/u;
const LATIN = /^(?:m+(?:h+m+)?|h+m+|u+h+m*|u+m+|a+h+|e+h+m*)$/u;

export function isHum(word: string): boolean {
  return HEBREW.test(word) || LATIN.test(word.toLowerCase());
}
