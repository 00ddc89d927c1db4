import { setTimeout as pause } from "node:timers/promises";

/** What comes within so many ms; null when it has not come by then. It goes on all the same. */
export async function inTime<T>(coming: Promise<T>, ms: number): Promise<T | null> {
  const timer = new AbortController();
  try {
    return await Promise.race([coming, pause(ms, null, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}
