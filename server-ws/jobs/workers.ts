/** All workers of a process. */
import type { JobName } from "#lib/jobs/schemas.ts";
import { startWorker, type Worker, type WorkerOptions } from "./worker.ts";

/**
 * What comes in is taken before anything else, and in places of its own whatever else is being done, which may be thinking for
 * half a minute in every other place there is.
 */
const TAKING: readonly JobName[] = ["take_messages", "take_reports"];
const TAKING_AT_ONCE = 4;

/** Resolves when they listen. Rejects when the database cannot be reached. */
export async function startWorkers(options: Omit<WorkerOptions, "names" | "concurrency">): Promise<Worker> {
  const workers = [
    await startWorker({ ...options, names: TAKING, concurrency: TAKING_AT_ONCE }),
    await startWorker(options),
  ];
  return {
    isRunning: () => workers.every((worker) => worker.isRunning()),
    close: async () => void (await Promise.all(workers.map((worker) => worker.close()))),
  };
}
