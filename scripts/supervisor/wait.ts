import { setTimeout as delay } from "node:timers/promises";

/** Asks again every `everyMs` until there is an answer; undefined when there is none within `withinMs`. */
export async function pollUntil<T>(
  withinMs: number,
  everyMs: number,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) return undefined;
    await delay(everyMs);
  }
}
