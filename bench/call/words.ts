/** Comparing what was said with what was understood: words count, punctuation does not. */

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:["'׳״][\p{L}]+)*/gu) ?? [];
}

/** Whether all of the phrase's words are in the text, in their order and together. */
export function saysAll(text: string, phrase: string): boolean {
  return ` ${wordsOf(text).join(" ")} `.includes(` ${wordsOf(phrase).join(" ")} `);
}

/** Whether the text is the phrase or a piece of it. */
export function saysPartOf(text: string, phrase: string): boolean {
  return wordsOf(text).length > 0 && saysAll(phrase, text);
}
