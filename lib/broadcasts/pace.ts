/** A broadcast goes out in small parts: so long between two of them, unless it is slower than one in that time. */
const PART_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;

/** How many are queued at once, and how long after them the next. */
export function paceOf(perMinute: number): { size: number; everyMs: number } {
  const size = Math.max(1, Math.round((perMinute * PART_EVERY_MS) / MINUTE_MS));
  return { size, everyMs: Math.round((size * MINUTE_MS) / perMinute) };
}
