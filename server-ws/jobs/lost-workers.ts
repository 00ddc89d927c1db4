/**
 * Jobs of a process that was killed. graphile-worker leaves them locked for four hours, because it cannot know; we can:
 * every worker that lives says so every few seconds, and what is locked by one that has not been seen for a while is given
 * free. The workers of a pool have names of their own, which they tell when they are made.
 */
import { EventEmitter } from "node:events";
import { makeWorkerUtils, type WorkerEvents, type WorkerUtils } from "graphile-worker";
import { beatAll } from "#lib/db/system.ts";
import type { Log } from "#lib/log.ts";

const ROLE = "job-worker";
const BEAT_EVERY_MS = 3_000;
const LOST_AFTER_S = 15;

export class LostWorkers {
  /** For the runner, from its first moment on. */
  readonly events: WorkerEvents = new EventEmitter();
  readonly #databaseUrl: string;
  readonly #log: Log;
  readonly #alive = new Set<string>();
  #utils: WorkerUtils | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(databaseUrl: string, log: Log) {
    this.#databaseUrl = databaseUrl;
    this.#log = log;
    this.events.on("worker:create", ({ worker }) => this.#alive.add(worker.workerId));
    this.events.on("worker:stop", ({ worker }) => this.#alive.delete(worker.workerId));
  }

  /** Looks at once and then every few seconds. */
  start(): void {
    void this.#look();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#utils?.release();
  }

  async #look(): Promise<void> {
    try {
      await beatAll(ROLE, [...this.#alive]);
      await this.#free();
    } catch (error) {
      // The database is away: so are the jobs.
      this.#log.warn({ err: error }, "lost workers could not be looked for");
    }
    if (!this.#closed) this.#timer = setTimeout(() => void this.#look(), BEAT_EVERY_MS).unref();
  }

  async #free(): Promise<void> {
    this.#utils ??= await makeWorkerUtils({ connectionString: this.#databaseUrl });
    const lost = await this.#utils.withPgClient(async (client) => {
      const { rows } = await client.query<{ worker: string }>(LOST, [ROLE, LOST_AFTER_S]);
      return rows.map(({ worker }) => worker);
    });
    if (lost.length === 0 || this.#closed) return;
    this.#log.warn({ workers: lost.length }, "jobs of workers that are gone are given free");
    await this.#utils.forceUnlockWorkers(lost);
  }
}

const LOST = `
  select distinct locked_by as worker from (
    select locked_by, locked_at from graphile_worker._private_jobs
    union all select locked_by, locked_at from graphile_worker._private_job_queues) l
  where locked_by is not null and locked_at < now() - make_interval(secs => $2)
    and not exists (select from process_heartbeat h
      where h.role = $1 and h.instance = l.locked_by and h.seen_at > now() - make_interval(secs => $2))`;
