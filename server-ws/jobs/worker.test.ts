import { setTimeout as spaced } from "node:timers/promises";
import pino from "pino";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "#lib/db/client.ts";
import { enqueueAlone } from "#lib/jobs/queue.ts";
import { type JobHandlers, jobSchemas } from "#lib/jobs/schemas.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { createMetrics } from "../metrics.ts";
import { startWorker, type Worker } from "./worker.ts";

let database: TestDatabase;
const workers: Worker[] = [];
const mail = { to: "dana@example.co.il", subject: "שלום", text: "מה שלומך?" };

beforeAll(async () => {
  database = await testDatabase();
});

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close();
  await database.owner`delete from graphile_worker._private_jobs`;
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

async function workerWith(changes: Partial<JobHandlers>, { concurrency = 24, lookEveryMs = 1000 } = {}) {
  const metrics = createMetrics();
  const handlers: JobHandlers = {
    ...(Object.fromEntries(Object.keys(jobSchemas).map((name) => [name, async () => {}])) as unknown as JobHandlers),
    ...changes,
  };
  workers.push(
    await startWorker({
      databaseUrl: database.ownerUrl,
      handlers,
      metrics,
      log: pino({ level: "silent" }),
      stopWithinMs: 100,
      concurrency,
      lookEveryMs,
    }),
  );
  return {
    /** Of the jobs that the test has a handler for; the timetable may have begun others. */
    outcomes: async () =>
      (await metrics.jobs.get()).values
        .filter(({ labels }) => String(labels.name) in changes)
        .map(({ labels, value }) => [labels.name, labels.outcome, value]),
  };
}

/** Nobody can reach the database for some seconds, in which this is done. */
async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const adminUrl = new URL(database.ownerUrl);
  adminUrl.pathname = "/postgres";
  const admin = postgres(adminUrl.toString(), { max: 1 });
  const cut = () => admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  await admin.unsafe(`alter database ${name} with allow_connections false`);
  try {
    await cut();
    await work();
    for (let i = 0; i < 3; i++) {
      await cut();
      await admin`select pg_sleep(1)`;
    }
  } finally {
    await admin.unsafe(`alter database ${name} with allow_connections true`);
    await admin.end();
  }
}

function enqueued(payload: typeof mail): Promise<boolean> {
  return enqueueAlone({ name: "send_mail", payload }).then(
    () => true,
    () => false,
  );
}

const waiting = async () =>
  (await database.owner`select attempts, last_error from graphile_worker._private_jobs`).map((row) => ({ ...row }));

/** Jobs that somebody is at. */
const busy = async () =>
  (await database.owner`select count(locked_at)::int from graphile_worker._private_jobs`)[0]?.count;

/** Workers that would hear of a job. */
const listeners = async () =>
  (
    await database.owner`select count(*)::int from pg_stat_activity where datname = current_database() and query like 'LISTEN "jobs:insert"%'`
  )[0]?.count;

describe("the job worker", () => {
  test("does a job that the app has enqueued, with its payload", async () => {
    const sent: unknown[] = [];
    const { outcomes } = await workerWith({ send_mail: async (payload) => void sent.push(payload) });
    await enqueueAlone({ name: "send_mail", payload: mail });
    await expect.poll(() => sent).toEqual([mail]);
    await expect.poll(waiting).toEqual([]);
    expect(await outcomes()).toEqual([["send_mail", "done", 1]]);
  });

  test("does a job that was put off when it is due, not at its next look around", async () => {
    const doneAt: number[] = [];
    await workerWith(
      { send_mail: async () => void doneAt.push(Date.now()) },
      { concurrency: 1, lookEveryMs: 3_600_000 },
    );
    await expect.poll(listeners, { timeout: 30_000 }).toBe(1);
    const askedAt = Date.now();
    await enqueueAlone({ name: "send_mail", payload: mail }, { runAt: new Date(askedAt + 300) });
    await expect.poll(() => doneAt, { timeout: 30_000 }).toHaveLength(1);
    expect((doneAt[0] ?? 0) - askedAt).toBeGreaterThanOrEqual(300);
  }, 40_000);

  test("keeps a job that failed, with its error, for another try", async () => {
    const { outcomes } = await workerWith({ send_mail: () => Promise.reject(new Error("no mail server")) });
    await enqueueAlone({ name: "send_mail", payload: mail });
    await expect.poll(waiting).toMatchObject([{ attempts: 1, last_error: expect.stringContaining("no mail server") }]);
    expect(await outcomes()).toEqual([["send_mail", "failed", 1]]);
  });

  test("keeps one whose error says what the database cannot hold, and goes on with the others", async () => {
    const begun: string[] = [];
    await workerWith(
      {
        send_mail: async () => {
          begun.push("mail");
          // Half a character, as in the words of a query that was refused for it.
          throw new Error("refused: א\ud83d\0");
        },
        describe_call: async () => void begun.push("call"),
      },
      { concurrency: 1 },
    );
    await enqueueAlone({ name: "send_mail", payload: mail });
    await expect.poll(waiting).toMatchObject([{ attempts: 1, last_error: expect.stringContaining("refused: א") }]);
    expect(await busy()).toBe(0);
    const id = crypto.randomUUID();
    await enqueueAlone({ name: "describe_call", payload: { businessId: id, callId: id } });
    await expect.poll(() => begun).toEqual(["mail", "call"]);
  });

  test("does not run a handler on a payload that it does not understand", async () => {
    const sent: unknown[] = [];
    await workerWith({ send_mail: async (payload) => void sent.push(payload) });
    await database.owner`select graphile_worker.add_job('send_mail', '{"to":"nobody"}')`;
    await expect.poll(waiting).toMatchObject([{ attempts: 1 }]);
    expect(sent).toEqual([]);
  });

  test("goes on when its database was away", { timeout: 120_000 }, async () => {
    const sent: unknown[] = [];
    await workerWith({ send_mail: async (payload) => void sent.push(payload) });
    await withoutDatabase(async () => {});
    await expect.poll(() => enqueued(mail), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(0);
  });

  // What nobody catches ends the process, and here the run.
  test.each(["done", "failed"])(
    "goes on when a job was %s while its database was away",
    {
      timeout: 120_000,
    },
    async (outcome) => {
      const sent: unknown[] = [];
      const begun = Promise.withResolvers<void>();
      const end = Promise.withResolvers<void>();
      const { outcomes } = await workerWith({
        send_mail: async (payload) => void sent.push(payload),
        sweep: async () => {
          begun.resolve();
          await end.promise;
        },
      });
      await database.owner`select graphile_worker.add_job('sweep', '{}')`;
      await begun.promise;
      await withoutDatabase(async () => {
        if (outcome === "done") end.resolve();
        else end.reject(new Error("no database"));
        await expect.poll(outcomes).toEqual([["sweep", outcome, 1]]);
      });
      await expect.poll(() => enqueued(mail), { timeout: 20_000 }).toBe(true);
      await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(0);
    },
  );

  test("goes on when several jobs failed shortly after each other while its database was away", {
    timeout: 120_000,
  }, async () => {
    const sent: unknown[] = [];
    const ends = [1, 2, 3, 4].map(() => Promise.withResolvers<void>());
    const waitingForEnd = [...ends];
    const { outcomes } = await workerWith({
      send_mail: async (payload) => void sent.push(payload),
      sweep: async () => waitingForEnd.shift()?.promise,
      // Keeps its runner from ending before the others have failed.
      describe_call: (_, signal) => new Promise((_resolve, reject) => signal.addEventListener("abort", reject)),
    });
    const id = crypto.randomUUID();
    await enqueueAlone({ name: "describe_call", payload: { businessId: id, callId: id } });
    for (const _ of ends) await database.owner`select graphile_worker.add_job('sweep', '{}')`;
    await expect.poll(busy).toBe(ends.length + 1);
    await withoutDatabase(async () => {
      for (const end of ends) {
        end.reject(new Error("no database"));
        await spaced(2);
      }
      await expect.poll(outcomes).toContainEqual(["sweep", "failed", ends.length]);
    });
    await expect.poll(() => enqueued(mail), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(0);
    await expect.poll(busy, { timeout: 20_000 }).toBe(0);
  });

  test("goes on when its database went away in the moment of its start", { timeout: 60_000 }, async () => {
    const sent: unknown[] = [];
    const holder = postgres(database.ownerUrl, { max: 1 });
    const admin = postgres(database.ownerUrl, { max: 1 });
    // The first thing that a new worker reads waits for this lock, and is cut off while it waits.
    const cutOff = holder.begin(async (held) => {
      await held`lock table graphile_worker._private_tasks in access exclusive mode`;
      await workerWith({ send_mail: async (payload) => void sent.push(payload) });
      await expect
        .poll(
          () => admin`
            select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
            where datname = current_database() and not granted`,
          { timeout: 20_000 },
        )
        .not.toEqual([]);
    });
    await cutOff;
    await Promise.all([holder.end(), admin.end()]);
    await enqueueAlone({ name: "send_mail", payload: mail });
    await expect.poll(() => sent, { timeout: 30_000 }).toEqual([mail]);
  });

  test("a job that hangs is told to stop and is there for the next worker", async () => {
    let stopped = false;
    const begun = Promise.withResolvers<void>();
    await workerWith({
      send_mail: (_, signal) =>
        new Promise((_resolve, reject) => {
          begun.resolve();
          signal.addEventListener("abort", () => {
            stopped = true;
            reject(new Error("told to stop"));
          });
        }),
    });
    await enqueueAlone({ name: "send_mail", payload: mail });
    await begun.promise;
    await workers.splice(0)[0]?.close();
    expect(stopped).toBe(true);
    expect(await waiting()).toMatchObject([{ attempts: 1 }]);
  });

  test("a job that takes long is not begun a second time while it runs", async () => {
    const begun: string[] = [];
    const end = Promise.withResolvers<void>();
    await workerWith({
      describe_call: async ({ callId }) => {
        begun.push(callId);
        await end.promise;
      },
      send_mail: async () => void begun.push("later"),
    });
    const id = crypto.randomUUID();
    await enqueueAlone({ name: "describe_call", payload: { businessId: id, callId: id } });
    await expect.poll(() => begun).toEqual([id]);
    await database.owner`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`;
    const since = new Date(Date.now() + 3_500);
    // Two looks for lost workers later, a job of now is still done, and the long one is alone.
    const looks = async () =>
      (await database.owner`select count(*)::int from process_heartbeat where seen_at > ${since}`)[0];
    await expect.poll(looks, { timeout: 15_000 }).not.toEqual({ count: 0 });
    await enqueueAlone({ name: "send_mail", payload: mail });
    await expect.poll(() => begun).toEqual([id, "later"]);
    await expect.poll(busy).toBe(1);
    end.resolve();
    await expect.poll(waiting).toEqual([]);
  }, 30_000);

  test("does the job of a worker that was killed, and leaves that of one that lives alone", async () => {
    const done: string[] = [];
    const [dead, alive] = [crypto.randomUUID(), crypto.randomUUID()];
    for (const id of [dead, alive])
      await enqueueAlone({ name: "describe_call", payload: { businessId: id, callId: id } });
    await database.owner`
      insert into process_heartbeat (role, instance, seen_at) values ('job-worker', 'pool-alive', now() + interval '1 minute')`;
    await database.owner`
      update graphile_worker._private_jobs set locked_at = now() - interval '1 minute',
        locked_by = case when payload->>'callId' = ${dead} then 'pool-dead' else 'pool-alive' end`;
    await workerWith({
      describe_call: async ({ callId }) => {
        done.push(callId);
      },
    });
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([dead]);
    await database.owner`delete from process_heartbeat where instance = 'pool-alive'`;
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([dead, alive]);
  });
});
