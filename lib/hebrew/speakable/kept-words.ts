/** Which words of a spoken text stood in the written one, and were not put there for a number or a sign. */
import { PREFIX } from "./pattern.ts";

const WORD = /\d+|\p{L}(?:[\p{L}\p{M}]|[״׳](?=\p{L}))*/gu;
/** Spoken as one word with what follows it. */
const GLUED = new RegExp(`(?<![\\p{L}\\p{M}])(${PREFIX})-(?=\\p{L})`, "gu");

/** Whether all that is spoken from `start` to `end` was written: the words that both texts have in the same order. */
export function keptWords(written: string, spoken: string): (start: number, end: number) => boolean {
  const before = Array.from(written.replace(GLUED, "$1").matchAll(WORD), ([word]) => word);
  const after = Array.from(spoken.matchAll(WORD), ({ 0: word, index }) => ({ word, index }));
  const common = longestCommon(
    before,
    after.map(({ word }) => word),
  );
  const added = after.filter((_, at) => !common.has(at));
  return (start, end) => !added.some(({ word, index }) => index < end && index + word.length > start);
}

/** Places in `after` of the longest row of words that both have; of equal rows the one that begins first. */
function longestCommon(before: readonly string[], after: readonly string[]): Set<number> {
  const lengths = before.map(() => new Uint16Array(after.length + 1));
  const lengthAt = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const longest = same(before[row], after[column])
        ? lengthAt(row + 1, column + 1) + 1
        : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
      lengths[row]?.fill(longest, column, column + 1);
    }
  }
  const common = new Set<number>();
  for (let row = 0, column = 0; row < before.length && column < after.length; ) {
    if (same(before[row], after[column])) {
      common.add(column);
      row++;
      column++;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return common;
}

/** "כהן & לוי" is spoken כהן ולוי. */
function same(written: string | undefined, spoken: string | undefined): boolean {
  return written === spoken || `ו${written}` === spoken;
}
