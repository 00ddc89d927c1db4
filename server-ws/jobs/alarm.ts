/**
 * Wakes a worker when a job that was put off is due. Left to themselves workers look at every new job, and else once a second:
 * then an answer that waits for the end of a burst would come up to a second later than it should.
 */
import type { WorkerEvents, WorkerPool } from "graphile-worker";
import { z } from "zod";
import { parseJson } from "#lib/parse-json.ts";

/** What enqueue_job announces of a job that was put off. */
const putOff = z.object({ dueInMs: z.number().min(0).max(120_000) });
/** Jobs that are due within so many milliseconds of each other share one timer. */
const SLOT_MS = 5;
/** The database's clock decides what is due; a look before that finds nothing. */
const AFTER_MS = 2;

export class Alarm {
  /** How many jobs are due, by the slot of their moment. */
  readonly #due = new Map<number, number>();
  readonly #timers = new Set<NodeJS.Timeout>();

  /** Of a runner's events, from its first moment on. */
  constructor(events: WorkerEvents) {
    events.on("pool:listen:notification", ({ message, workerPool }) => {
      const announced = putOff.safeParse(parseJson(message.payload ?? ""));
      if (announced.success) this.#set(announced.data.dueInMs, workerPool);
    });
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #set(inMs: number, pool: WorkerPool): void {
    const now = performance.now();
    const slot = Math.ceil((now + inMs + AFTER_MS) / SLOT_MS);
    const others = this.#due.get(slot);
    this.#due.set(slot, (others ?? 0) + 1);
    if (others !== undefined) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        const count = this.#due.get(slot) ?? 0;
        this.#due.delete(slot);
        try {
          pool.nudge(count);
        } catch {
          // Its workers are ending, and refuse; those of the next pool look by themselves when they begin.
        }
      },
      slot * SLOT_MS - now,
    );
    this.#timers.add(timer);
  }
}
