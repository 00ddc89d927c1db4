/** How many tests a step had, and how they went. */
export type Counts = { passed: number; failed: number; skipped: number };

/** What a step of `npm test` tells: its counts and, for what failed, the details. */
export type Outcome = Counts & { details: string };

export const passed: Outcome = { passed: 1, failed: 0, skipped: 0, details: "" };

/** One failure with its details. */
export function failedWith(details: string, count = 1): Outcome {
  return { passed: 0, failed: count, skipped: 0, details };
}

/** The beginning and the end of a long output: the first error and the summary are usually there. */
export function excerpt(output: string, most = 6_000): string {
  const text = output.trim();
  if (text.length <= most) return text;
  return `${text.slice(0, most / 2)}\n… (${text.length - most} characters left out) …\n${text.slice(-most / 2)}`;
}

/** All counts together. */
export function sum(outcomes: readonly Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of outcomes) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
