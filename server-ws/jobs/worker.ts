/** The worker: takes jobs out of Postgres and gives them to their handlers. As many may run as there are processes. */
import { Logger, parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import type { JobHandlers, JobName } from "#lib/jobs/schemas.ts";
import { jobSchemas } from "#lib/jobs/schemas.ts";
import type { Log } from "#lib/log.ts";
import type { Metrics } from "../metrics.ts";
import { Alarm } from "./alarm.ts";
import { LostWorkers } from "./lost-workers.ts";

interface WorkerOptions {
  /** The owner's address: graphile-worker's tables are not the app's. */
  databaseUrl: string;
  handlers: JobHandlers;
  metrics: Metrics;
  log: Log;
  /** How many jobs run at once. */
  concurrency?: number;
  /** How long jobs that run may go on when the worker closes. */
  stopWithinMs?: number;
  /** How often it looks for jobs by itself, beside when it is told of one. */
  lookEveryMs?: number;
}

export interface Worker {
  /** False while the database is away and no job can be taken. */
  isRunning(): boolean;
  /** Lets running jobs end; those that do not in time are told to stop and are tried again by the next worker. */
  close(): Promise<void>;
}

/** Jobs wait for others most of the time; only so many of them use the database at once (lib/db/client.ts). */
const CONCURRENCY = 24;
const LOOK_EVERY_MS = 1_000;
const STOP_WITHIN_MS = 3_000;
const START_AGAIN_MS = 1_000;
const FAILING_TOO_LONG_MS = 5_000;

/** Resolves when the worker listens. Rejects when the database cannot be reached. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { log } = options;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  const lost = new LostWorkers(options.databaseUrl, log);
  const alarm = new Alarm(lost.events);
  let runner: Runner | undefined = await begin(options, lost);
  lost.start();

  const watch = (watched: Runner) => {
    const ended = () => {
      if (closing) return;
      // graphile-worker gives up when its database stays away for long; we do not.
      log.error("the job worker stopped by itself and is started again");
      runner = undefined;
      again();
    };
    watched.promise.then(ended, ended);
    whenFailingTooLong(watched, () => void watched.stop("it takes no jobs").catch(ended));
  };
  const again = () => {
    timer = setTimeout(() => {
      begin(options, lost).then(
        (next) => {
          runner = next;
          if (closing) void next.stop();
          else watch(next);
        },
        () => closing || again(),
      );
    }, START_AGAIN_MS);
  };
  watch(runner);

  return {
    isRunning: () => runner !== undefined,
    async close() {
      closing = true;
      clearTimeout(timer);
      alarm.close();
      await lost.close();
      await runner?.stop().catch((error: unknown) => log.warn({ err: error }, "the job worker did not stop cleanly"));
    },
  };
}

/**
 * Calls back, once, when a runner has only failed to take jobs for a while. It may have lost the database in its first
 * moment: graphile-worker keeps a failed look-up of its task names for ever, and only a new runner looks again.
 */
function whenFailingTooLong({ events }: Runner, callback: () => void): void {
  let failingSince: number | undefined;
  const well = () => {
    failingSince = undefined;
  };
  const failed = () => {
    failingSince ??= Date.now();
    if (Date.now() - failingSince < FAILING_TOO_LONG_MS) return;
    events.off("worker:getJob:error", failed);
    callback();
  };
  events.on("worker:getJob:empty", well);
  events.on("job:start", well);
  events.on("worker:getJob:error", failed);
}

function begin(options: WorkerOptions, lost: LostWorkers): Promise<Runner> {
  return run({
    events: lost.events,
    connectionString: options.databaseUrl,
    concurrency: options.concurrency ?? CONCURRENCY,
    // The process has its own answer to signals.
    noHandleSignals: true,
    pollInterval: options.lookEveryMs ?? LOOK_EVERY_MS,
    gracefulShutdownAbortTimeout: options.stopWithinMs ?? STOP_WITHIN_MS,
    taskList: tasks(options),
    parsedCronItems: parseCronItems([
      { task: "sweep", match: "17 1 * * *", identifier: "nightly-sweep", payload: {} },
      { task: "refresh_templates", match: "23 * * * *", identifier: "hourly-templates", payload: {} },
      { task: "close_forgotten_calls", match: "*/10 * * * *", identifier: "forgotten-calls", payload: {} },
    ]),
    logger: workerLogger(options.log),
    // Without this, graphile-worker lets go of what becomes of a job's end: a database that is away then is a rejection
    // that nobody catches, and the end of the process. So it stops itself, and is started again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
}

function tasks({ handlers, metrics, log }: WorkerOptions): TaskList {
  const list: TaskList = {};
  for (const name of Object.keys(jobSchemas) as JobName[]) {
    list[name] = async (payload, { job, abortSignal }) => {
      const startedAt = performance.now();
      const lines = log.child({ job: name, job_id: job.id, attempt: job.attempts });
      try {
        const signal = abortSignal ?? new AbortController().signal;
        await runHandler(handlers, name, payload, signal, job.attempts);
        metrics.jobs.inc({ name, outcome: "done" });
        lines.info({ took_ms: Math.round(performance.now() - startedAt) }, "job done");
      } catch (error) {
        metrics.jobs.inc({ name, outcome: job.attempts >= job.max_attempts ? "given_up" : "failed" });
        lines.error({ err: error }, "job failed");
        throw error;
      }
    };
  }
  return list;
}

/** A payload was checked when it was enqueued, too; but an older version of us may have done that. */
function runHandler<N extends JobName>(
  handlers: JobHandlers,
  name: N,
  payload: unknown,
  signal: AbortSignal,
  attempt: number,
): Promise<void> {
  const handler: (payload: never, signal: AbortSignal, attempt: number) => Promise<void> = handlers[name];
  return handler(jobSchemas[name].parse(payload) as never, signal, attempt);
}

// graphile-worker tells a lot; what a job did is logged above, so only its troubles are passed on.
function workerLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ message }, "job worker");
    else if (level === "warning") log.warn({ message }, "job worker");
  });
}
