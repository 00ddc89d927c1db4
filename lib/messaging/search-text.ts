import { cut } from "../hebrew/cut.ts";
import { normalizeForSearch } from "../hebrew/normalize.ts";

/** What a message is found by. More than this of one message is not looked through. */
const LONGEST = 4000;

export function searchTextOf(...parts: (string | null | undefined)[]): string {
  return normalizeForSearch(cut(parts.filter(Boolean).join(" "), LONGEST));
}
