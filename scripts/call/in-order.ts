/**
 * Where each of the words is, one after the other: in the same text further on, or in a later one. Null for those that
 * are not there, which are passed over.
 */
export function inOrder(words: readonly string[], texts: readonly string[]): (number | null)[] {
  let nth = 0;
  let from = 0;
  return words.map((word) => {
    for (let index = nth; index < texts.length; index++) {
      const at = (texts[index] ?? "").indexOf(word, index === nth ? from : 0);
      if (at < 0) continue;
      nth = index;
      from = at + word.length;
      return index;
    }
    return null;
  });
}
