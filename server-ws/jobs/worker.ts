/** The worker: takes jobs out of Postgres and gives them to their handlers. As many may run as there are processes. */
import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import { isStorable, storable } from "#lib/db/storable.ts";
import type { JobHandlers, JobName } from "#lib/jobs/schemas.ts";
import { jobSchemas } from "#lib/jobs/schemas.ts";
import type { Log } from "#lib/log.ts";
import type { Metrics } from "../metrics.ts";
import { Alarm } from "./alarm.ts";
import { LostWorkers } from "./lost-workers.ts";
import { jobPool } from "./pool.ts";

export interface WorkerOptions {
  /** The owner's address: graphile-worker's tables are not the app's. */
  databaseUrl: string;
  handlers: JobHandlers;
  /** It does these alone; all there are when it is left out. */
  names?: readonly JobName[];
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
const ENDING_TOO_LONG_MS = 2_000;

const TIMETABLE = [
  { task: "sweep", match: "17 1 * * *", identifier: "nightly-sweep", payload: {} },
  { task: "refresh_templates", match: "23 * * * *", identifier: "hourly-templates", payload: {} },
  { task: "close_forgotten_calls", match: "*/10 * * * *", identifier: "forgotten-calls", payload: {} },
];

/** Resolves when the worker listens. Rejects when the database cannot be reached. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { log } = options;
  const pgPool = jobPool(options.databaseUrl, log);
  const lost = new LostWorkers(pgPool, log);
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Round | undefined = await begin(options, pgPool, lost);
  lost.start();

  const watch = ({ over }: Round) =>
    over.then(() => {
      if (closing) return;
      // graphile-worker gives up when its database stays away for long; we do not.
      log.error("the job worker stopped by itself and is started again");
      round = undefined;
      again();
    });
  const again = () => {
    timer = setTimeout(() => {
      begin(options, pgPool, lost).then(
        (next) => {
          round = next;
          if (closing) next.stop();
          else watch(next);
        },
        () => closing || again(),
      );
    }, START_AGAIN_MS);
  };
  watch(round);

  return {
    isRunning: () => round !== undefined,
    async close() {
      closing = true;
      clearTimeout(timer);
      await lost.close();
      round?.stop();
      await round?.over;
      void pgPool.end();
    },
  };
}

/** One runner of graphile-worker, from its start to its end. */
interface Round {
  stop(reason?: string): void;
  /** When it takes no jobs any more; it never rejects. */
  over: Promise<void>;
}

async function begin(options: WorkerOptions, pgPool: Pool, lost: LostWorkers): Promise<Round> {
  const { log } = options;
  const events: WorkerEvents = new EventEmitter();
  const alarm = new Alarm(events);
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  events.on("pool:create", ({ workerPool }) => {
    lost.alive(workerPool.id);
    void over.then(() => lost.gone(workerPool.id));
  });
  void over.then(() => alarm.close());
  const stopWithinMs = options.stopWithinMs ?? STOP_WITHIN_MS;
  events.on("pool:gracefulShutdown", () => {
    // A runner that has failed to say how several jobs ended waits for ever for its own end; its timetable goes on.
    const endsTooLong = setTimeout(() => {
      stop("it does not end by itself");
      end();
    }, stopWithinMs + ENDING_TOO_LONG_MS).unref();
    void over.then(() => clearTimeout(endsTooLong));
  });
  const runner = await run({
    events,
    pgPool,
    concurrency: options.concurrency ?? CONCURRENCY,
    // The process has its own answer to signals.
    noHandleSignals: true,
    pollInterval: options.lookEveryMs ?? LOOK_EVERY_MS,
    gracefulShutdownAbortTimeout: stopWithinMs,
    taskList: tasks(options),
    parsedCronItems: parseCronItems(TIMETABLE.filter(({ task }) => namesOf(options).some((name) => name === task))),
    logger: workerLogger(log),
    // Without this, graphile-worker lets go of what becomes of a job's end: a database that is away then is a rejection
    // that nobody catches, and the end of the process. So it stops itself, and is started again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  runner.promise.then(end, end);
  function stop(reason?: string): void {
    runner.stop(reason).catch((error: unknown) => log.warn({ err: error }, "the job worker did not stop cleanly"));
  }
  whenFailingTooLong(events, () => stop("it takes no jobs"));
  return { stop, over };
}

/**
 * Calls back, once, when a runner has only failed to take jobs for a while. It may have lost the database in its first
 * moment: graphile-worker keeps a failed look-up of its task names for ever, and only a new runner looks again.
 */
function whenFailingTooLong(events: WorkerEvents, callback: () => void): void {
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

function namesOf({ names }: WorkerOptions): readonly JobName[] {
  return names ?? (Object.keys(jobSchemas) as JobName[]);
}

function tasks(options: WorkerOptions): TaskList {
  const { handlers, metrics, log } = options;
  const list: TaskList = {};
  for (const name of namesOf(options)) {
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
        throw recordable(error);
      }
    };
  }
  return list;
}

/** Its words are written down beside the job: what the database cannot hold there would stop the worker instead. */
function recordable(error: unknown): unknown {
  const words = error instanceof Error ? error.message : String(error);
  return isStorable(words) ? error : new Error(storable(words), { cause: error });
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
  return new Logger(() => (level, message, meta) => {
    // What failed is logged with the task itself, without what was written.
    if (meta?.failure) return;
    if (level === "error") log.error({ message }, "job worker");
    else if (level === "warning") log.warn({ message }, "job worker");
  });
}
