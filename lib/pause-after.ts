interface PauseOptions {
  firstMs: number;
  longestMs: number;
  /** From 0 to 1: what failed together is not to come again together. */
  chance: number;
}

/** How long to wait after so many failures in a row (from 1), ms: twice as long each time, and by chance up to half of it shorter. */
export function pauseAfter(failures: number, { firstMs, longestMs, chance }: PauseOptions): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole * (1 - chance / 2));
}
