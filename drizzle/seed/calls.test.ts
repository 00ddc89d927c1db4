import { afterAll, beforeAll, expect, it } from "vitest";
import { getCall } from "#lib/calls/get-call.ts";
import { listCalls } from "#lib/calls/list-calls.ts";
import { testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { seedCalls } from "./calls.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it("in the demonstration, too, what was found out is written and each promise is its own task", async () => {
  const { ctx, number } = await testBusiness();
  await seedCalls(ctx, number);
  const { items } = await listCalls(ctx, { limit: 100 });
  const calls = await Promise.all(items.map(({ id }) => getCall(ctx, id)));
  expect(calls.every(({ insight }) => insight !== null)).toBe(true);
  const promised = calls.flatMap(({ insight, tasks }) => insight?.followUps.map(({ task }) => ({ task, tasks })) ?? []);
  expect(promised.length).toBeGreaterThan(0);
  for (const { task, tasks } of promised) expect(tasks).toContainEqual(task);
});
