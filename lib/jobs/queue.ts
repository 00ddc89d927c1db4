import { sql } from "drizzle-orm";
import { sqlClient } from "../db/client.ts";
import type { Tx } from "../db/tenant.ts";
import { type JobName, type JobPayload, jobSchemas } from "./schemas.ts";

export type Job = { [N in JobName]: { name: N; payload: JobPayload<N> } }[JobName];

interface EnqueueOptions {
  /** A job with this key that is still waiting is replaced, not doubled. */
  onceKey?: string;
  /** The waiting job with this key is put off to `runAt`; without it, it runs when it was going to. */
  putOff?: boolean;
  runAt?: Date;
  maxAttempts?: number;
  /** `first`: before whatever it is that waits. `now`: somebody waits for it. `later`: after everything else. */
  urgency?: "first" | "now" | "usual" | "later";
}

/** Lower runs first. */
const PRIORITY = { first: -20, now: -10, usual: 0, later: 10 } as const;

/** Adds a job in the caller's own transaction: it exists exactly when what it is about exists. */
export async function enqueue(tx: Tx, job: Job, options: EnqueueOptions = {}): Promise<void> {
  await tx.execute(
    sql`select enqueue_job(${sql.join(
      parameters(job, options).map(({ value, type }) => sql`${value}::${sql.raw(type)}`),
      sql`, `,
    )})`,
  );
}

/** For jobs that belong to no business yet, and to no transaction: a mailed link, what a carrier brings. */
export async function enqueueAlone(job: Job, options: EnqueueOptions = {}): Promise<void> {
  const given = parameters(job, options);
  const places = given.map(({ type }, index) => `$${index + 1}::${type}`).join(", ");
  await sqlClient().unsafe(
    `select enqueue_job(${places})`,
    given.map(({ value }) => value),
    { prepare: true },
  );
}

function parameters(job: Job, { onceKey, putOff, runAt, maxAttempts, urgency }: EnqueueOptions) {
  return [
    { value: job.name, type: "text" },
    { value: JSON.stringify(jobSchemas[job.name].parse(job.payload)), type: "jsonb" },
    { value: onceKey ?? null, type: "text" },
    { value: runAt?.toISOString() ?? null, type: "timestamptz" },
    { value: maxAttempts ?? 12, type: "int" },
    { value: null, type: "text" },
    { value: PRIORITY[urgency ?? "usual"], type: "int" },
    { value: putOff ?? false, type: "boolean" },
  ];
}
