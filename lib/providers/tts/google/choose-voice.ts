import type { Voice } from "../types.ts";

/** Best first. Wavenet A to D speak Hebrew for sure; whether the newer ones do differs from place to place. */
const FAMILIES = ["he-IL-Chirp3-HD", "he-IL-Wavenet", "he-IL-Standard"];
const SURE = "he-IL-Wavenet-A";

/**
 * The first wanted voice that there is, otherwise the best Hebrew one. While nobody knows what there is (an empty
 * list), the first wanted one is trusted.
 */
export function chooseVoice(available: readonly Voice[], wanted: readonly (string | null)[]): string {
  const names = available.map(({ name }) => name).sort();
  const asked = wanted.filter((name) => name !== null);
  if (names.length === 0) return asked[0] ?? SURE;
  const found = asked.find((name) => names.includes(name));
  if (found) return found;
  return FAMILIES.flatMap((family) => names.filter((name) => name.startsWith(family)))[0] ?? names[0] ?? SURE;
}
