import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forBusiness } from "../db/tenant.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { holding, type TestDatabase, testDatabase, waitingForALock } from "../testing/database.ts";
import { enqueue, enqueueAlone } from "./queue.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const callId = () => crypto.randomUUID();
const jobAbout = (id: string) => ({
  name: "transcribe_recording" as const,
  payload: { businessId: business.id, callId: id },
});
const jobsAbout = (id: string) => database.owner`
  select t.identifier as name, payload, run_at, max_attempts from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id where payload->>'callId' = ${id}`;

describe("a job", () => {
  it("is there exactly when what it is about is there", async () => {
    const [kept, lost] = [callId(), callId()];
    await forBusiness(business.ctx, (tx) => enqueue(tx, jobAbout(kept)));
    const failed = forBusiness(business.ctx, async (tx) => {
      await enqueue(tx, jobAbout(lost));
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await jobsAbout(kept)).toMatchObject([
      { name: "transcribe_recording", payload: { businessId: business.id }, max_attempts: 12 },
    ]);
    expect(await jobsAbout(lost)).toHaveLength(0);
  });

  it("with a key is there once, also when two ask at once", async () => {
    const id = callId();
    const ask = () => forBusiness(business.ctx, (tx) => enqueue(tx, jobAbout(id), { onceKey: `test:${id}` }));
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(await jobsAbout(id)).toHaveLength(1);
  });

  it("is there also when a worker takes the one before it in this very moment", async () => {
    const id = callId();
    const ask = () => forBusiness(business.ctx, (tx) => enqueue(tx, jobAbout(id), { onceKey: `test:${id}` }));
    await ask();
    const worker = await holding(
      database,
      (tx) =>
        tx`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'one of us' where key = ${`test:${id}`}`,
    );
    const asked = ask();
    await expect.poll(() => waitingForALock(database)).toBe(1);
    await worker.letGo();
    await asked;
    expect(await jobsAbout(id)).toHaveLength(2);
  });

  it("can wait, and can be tried less often", async () => {
    const id = callId();
    const runAt = new Date(Date.now() + 3_600_000);
    await forBusiness(business.ctx, (tx) => enqueue(tx, jobAbout(id), { runAt, maxAttempts: 2 }));
    expect(await jobsAbout(id)).toMatchObject([{ run_at: runAt, max_attempts: 2 }]);
  });

  it("whose payload is not what its handler expects is never added", async () => {
    const wrong = { name: "send_mail" as const, payload: { to: "nobody", subject: "", text: "" } };
    await expect(enqueueAlone(wrong)).rejects.toThrow();
    const rows = await database.owner`select 1 from graphile_worker._private_jobs where payload->>'to' = 'nobody'`;
    expect(rows).toHaveLength(0);
  });
});
