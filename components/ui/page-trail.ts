/** Which page came before which, in this tab: a keyset only knows the way forward. */
import { z } from "zod";

const trails = z.record(z.string(), z.string().nullable());
const PAGES_KEPT = 200;

/** Notes that the page at `cursor` was reached from the one at `from` (null: the first). */
export function rememberPage(trail: string, cursor: string, from: string | null): void {
  const kept = Object.entries(read(trail)).slice(1 - PAGES_KEPT);
  sessionStorage.setItem(key(trail), JSON.stringify({ ...Object.fromEntries(kept), [cursor]: from }));
}

/** The cursor of the page before; null for the first page, also when the way here is not known. */
export function pageBefore(trail: string, cursor: string): string | null {
  return read(trail)[cursor] ?? null;
}

function read(trail: string): Record<string, string | null> {
  try {
    return trails.safeParse(JSON.parse(sessionStorage.getItem(key(trail)) ?? "{}")).data ?? {};
  } catch {
    return {};
  }
}

function key(trail: string): string {
  return `pages:${trail}`;
}
