/** Whether memory stays flat: what samples of it tell. */
import { percentile } from "../statistics.ts";
import type { Sample } from "./holding.ts";

/** The first minutes fill caches and compile what is used often. */
const WARM_FROM_S = 60;
const WARM_TO_S = 120;
const MINUTE_S = 60;

/** The median of the second minute and that of the last one, in MB; null without samples. */
export function warmAndLast(samples: readonly Sample[]): { warm: number | null; last: number | null } {
  const endS = samples.at(-1)?.atS ?? 0;
  const median = (fromS: number, toS: number) =>
    percentile(
      samples.filter(({ atS }) => atS >= fromS && atS <= toS).map(({ memoryMb }) => memoryMb),
      50,
    );
  return { warm: median(WARM_FROM_S, WARM_TO_S), last: median(endS - MINUTE_S, endS) };
}

/** By how much memory grows from the second minute on, by least squares, in MB a minute; null without samples. */
export function slope(samples: readonly Sample[]): number | null {
  const warm = samples.filter(({ atS }) => atS >= WARM_FROM_S);
  const mean = (pick: (sample: Sample) => number) => warm.reduce((sum, one) => sum + pick(one), 0) / warm.length;
  const [atS, memoryMb] = [mean((one) => one.atS), mean((one) => one.memoryMb)];
  const spread = warm.reduce((sum, one) => sum + (one.atS - atS) ** 2, 0);
  const together = warm.reduce((sum, one) => sum + (one.atS - atS) * (one.memoryMb - memoryMb), 0);
  return spread === 0 ? null : (together / spread) * MINUTE_S;
}
