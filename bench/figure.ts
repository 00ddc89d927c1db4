/** One number that we promise, or that helps to understand the promised ones. */
export interface Figure {
  name: string;
  /** Null when there was nothing to measure: with a target that is a miss, since the promise was not shown. */
  value: number | null;
  /** Empty for a share. */
  unit: string;
  target?: Target;
  /** What the reader should know, in a few words: how many samples, what was left out. */
  note?: string;
}

export type Target = { atMost: number } | { below: number } | { atLeast: number };

export function isMissed({ value, target }: Figure): boolean {
  if (target === undefined) return false;
  if (value === null) return true;
  if ("atMost" in target) return value > target.atMost;
  return "below" in target ? value >= target.below : value < target.atLeast;
}

/** `name value unit (target …)`, with `MISS` in front of a missed one. */
export function lineOf(figure: Figure): string {
  const { name, value, unit, target, note } = figure;
  const parts = [name, value === null ? "-" : shown(value), ...(unit === "" ? [] : [unit])];
  if (target !== undefined) parts.push(`(target ${wordsOf(target)})`);
  if (note !== undefined) parts.push(`[${note}]`);
  return `${isMissed(figure) ? "MISS " : ""}${parts.join(" ")}`;
}

function wordsOf(target: Target): string {
  if ("atMost" in target) return `<= ${target.atMost}`;
  return "below" in target ? `< ${target.below}` : `>= ${target.atLeast}`;
}

function shown(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  return value.toFixed(size < 1 ? 3 : size < 10 ? 2 : 1);
}
