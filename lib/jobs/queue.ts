import { sql } from "drizzle-orm";
import { sqlClient } from "../db/client.ts";
import type { Tx } from "../db/tenant.ts";
import { type JobName, type JobPayload, jobSchemas } from "./schemas.ts";

export type Job = { [N in JobName]: { name: N; payload: JobPayload<N> } }[JobName];

interface EnqueueOptions {
  /** A job with this key that is still waiting is replaced, not doubled. */
  onceKey?: string;
  runAt?: Date;
  maxAttempts?: number;
}

/** Adds a job in the caller's own transaction: it exists exactly when what it is about exists. */
export async function enqueue(tx: Tx, job: Job, options: EnqueueOptions = {}): Promise<void> {
  const payload = JSON.stringify(jobSchemas[job.name].parse(job.payload));
  const runAt = options.runAt?.toISOString() ?? null;
  await tx.execute(
    sql`select enqueue_job(${job.name}, ${payload}::jsonb, ${options.onceKey ?? null}::text, ${runAt}::timestamptz, ${options.maxAttempts ?? 12}::int, null::text)`,
  );
}

/** For the few jobs that belong to no business and to no transaction (a mailed link). */
export async function enqueueAlone(job: Job, options: EnqueueOptions = {}): Promise<void> {
  const payload = JSON.stringify(jobSchemas[job.name].parse(job.payload));
  const runAt = options.runAt?.toISOString() ?? null;
  await sqlClient()`select enqueue_job(${job.name}, ${payload}::jsonb, ${options.onceKey ?? null}::text, ${runAt}::timestamptz, ${options.maxAttempts ?? 12}::int, null::text)`;
}
