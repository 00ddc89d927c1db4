/**
 * Jobs of a process that was killed. graphile-worker leaves them locked for four hours, because it cannot know; we can:
 * whoever takes jobs says every few seconds that it lives, and what is locked by somebody who has not been seen for a while
 * is given free. A job is locked in the name of the pool of workers that took it.
 */
import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import type { Pool } from "pg";
import { beatAll } from "#lib/db/system.ts";
import type { Log } from "#lib/log.ts";

const ROLE = "job-worker";
const BEAT_EVERY_MS = 3_000;
const LOST_AFTER_S = 15;

export class LostWorkers {
  readonly #pgPool: Pool;
  readonly #log: Log;
  readonly #alive = new Set<string>();
  #utils: WorkerUtils | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(pgPool: Pool, log: Log) {
    this.#pgPool = pgPool;
    this.#log = log;
  }

  /** What this pool of workers has taken is being done. */
  alive(poolId: string): void {
    this.#alive.add(poolId);
  }

  /** What this pool still holds is for others. */
  gone(poolId: string): void {
    this.#alive.delete(poolId);
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
    this.#utils ??= await makeWorkerUtils({ pgPool: this.#pgPool });
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
