/** More words than this at the edge of a piece are no half words: then the two pieces do not meet there. */
const HALF_WORDS = 3;
/** As many words as the shared audio can hold, and some. */
const SHARED_WORDS = 16;

/**
 * Two transcripts of which the second begins with audio that the first ended with: joined at the words that they share,
 * so that a word which the cut went through is taken from whoever heard it whole. Without shared words both are kept.
 */
export function joinedAtOverlap(before: string, after: string): string {
  const first = before.split(/\s+/u).filter(Boolean);
  const second = after.split(/\s+/u).filter(Boolean);
  const from = Math.max(0, first.length - SHARED_WORDS);
  let best = { length: 0, firstEnd: first.length, secondEnd: 0 };
  for (let at = from; at < first.length; at++) {
    for (let other = 0; other <= Math.min(HALF_WORDS, second.length - 1); other++) {
      const length = sharedLength(first, at, second, other);
      const halfWords = first.length - (at + length);
      if (length > best.length && halfWords <= HALF_WORDS)
        best = { length, firstEnd: at + length, secondEnd: other + length };
    }
  }
  return [...first.slice(0, best.firstEnd), ...second.slice(best.secondEnd)].join(" ");
}

function sharedLength(first: string[], at: number, second: string[], other: number): number {
  let length = 0;
  while (at + length < first.length && other + length < second.length) {
    if (bare(first[at + length]) !== bare(second[other + length])) break;
    length += 1;
  }
  return length;
}

function bare(word = ""): string {
  return word.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}
