/** A stretch of time, in milliseconds. */
export interface Interval {
  from: number;
  to: number;
}

/** How much of `within` the intervals cover together; what lies in several of them counts once. */
export function lengthOfUnion(intervals: readonly Interval[], within: Interval): number {
  let covered = 0;
  let reached = within.from;
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const begin = Math.max(from, reached);
    const end = Math.min(to, within.to);
    if (end <= begin) continue;
    covered += end - begin;
    reached = end;
  }
  return covered;
}

/** How long the intervals would be one after the other. */
export function sumOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
