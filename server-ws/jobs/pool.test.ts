import type { Pool } from "pg";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { jobPool } from "./pool.ts";

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = jobPool(database.ownerUrl, pino({ level: "silent" }));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

test("of thousands of jobs the next one is found without reading the others, also by a plan made when there was one", async () => {
  const addJobs = (count: number) =>
    database.owner`select graphile_worker.add_job('sweep', '{}') from generate_series(1, ${count}::int)`;
  await addJobs(1);
  await database.owner`analyze graphile_worker._private_jobs`;
  const client = await pool.connect();
  // What a connection does by itself after a statement was asked some times.
  await client.query("set plan_cache_mode = force_generic_plan");
  await client.query(`
    prepare next_job as select id from graphile_worker._private_jobs
    where is_available and run_at <= now() order by priority, run_at limit 1 for update skip locked`);
  await client.query("execute next_job");
  await addJobs(3000);
  const { rows } = await client.query<{ "QUERY PLAN": string }>("explain execute next_job");
  client.release(true);
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index Scan using jobs_main_index/);
});

test("a connection that the database ends ends nothing else, whether it is used or rests", async () => {
  const used = await pool.connect();
  const resting = await pool.connect();
  const { rows } = await resting.query<{ pid: number }>("select pg_backend_pid() as pid");
  resting.release();
  const { rows: own } = await used.query<{ pid: number }>("select pg_backend_pid() as pid");
  await database.owner`select pg_terminate_backend(pid) from unnest(${[...rows, ...own].map(({ pid }) => pid)}::int[]) pid`;
  await expect(used.query("select 1")).rejects.toThrow();
  used.release();
  const asked = () =>
    pool.query("select 1 as one").then(
      ({ rows }) => rows,
      () => null,
    );
  await expect.poll(asked).toEqual([{ one: 1 }]);
});
