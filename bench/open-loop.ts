/** A load that does not wait for answers: everything goes out on its own time, whatever became of what went before. */
import { setTimeout as wait } from "node:timers/promises";

interface Pace {
  perSecond: number;
  times: number;
  /** Nothing more is sent when it is aborted. */
  signal?: AbortSignal;
}

/** Calls `send` so many times a second; resolves with all that came of it, and how late a call was at most. */
export async function openLoop<T>(
  { perSecond, times, signal }: Pace,
  send: (index: number) => Promise<T>,
): Promise<{ answers: T[]; latestMs: number }> {
  const startedAt = performance.now();
  const answers: Promise<T>[] = [];
  let latestMs = 0;
  for (let index = 0; index < times && !signal?.aborted; index++) {
    const dueAt = startedAt + (index * 1000) / perSecond;
    await wait(Math.max(0, dueAt - performance.now()));
    latestMs = Math.max(latestMs, performance.now() - dueAt);
    answers.push(send(index));
  }
  return { answers: await Promise.all(answers), latestMs };
}
