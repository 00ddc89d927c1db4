import { randomUUID } from "node:crypto";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#lib/db/client.ts";
import { enqueueAlone } from "#lib/jobs/queue.ts";
import { type JobHandlers, jobSchemas } from "#lib/jobs/schemas.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { createMetrics } from "../metrics.ts";
import { startWorkers } from "./workers.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

/** All jobs do nothing, but for these. */
const only = (some: Partial<JobHandlers>): JobHandlers => ({
  ...(Object.fromEntries(Object.keys(jobSchemas).map((name) => [name, async () => {}])) as unknown as JobHandlers),
  ...some,
});
const started = (handlers: JobHandlers) =>
  startWorkers({ databaseUrl: database.ownerUrl, handlers, metrics: createMetrics(), log: pino({ level: "silent" }) });
const answers = async (count: number) => {
  for (let n = 0; n < count; n++) {
    const payload = { businessId: randomUUID(), conversationId: randomUUID() };
    await enqueueAlone({ name: "answer_conversation", payload }, { urgency: "now" });
  }
};
const post = () =>
  enqueueAlone({ name: "take_messages", payload: { channel: "whatsapp", posts: [] } }, { urgency: "first" });

test("what comes in is taken although every place is thinking", async () => {
  const thinking = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  let thought = 0;
  const full = Promise.withResolvers<void>();
  const workers = await started(
    only({
      answer_conversation: () => {
        thought += 1;
        if (thought === 24) full.resolve();
        return thinking.promise;
      },
      take_messages: async () => taken.resolve(),
    }),
  );
  try {
    await answers(30);
    await full.promise;
    await post();
    await taken.promise;
    expect(thought).toBe(24);
    expect(workers.isRunning()).toBe(true);
  } finally {
    thinking.resolve();
    await workers.close();
  }
});

test("of much that waits, what comes in is taken first, in every place", async () => {
  const held = Promise.withResolvers<void>();
  const all = Promise.withResolvers<void>();
  let taking = 0;
  await answers(30);
  for (let n = 0; n < 20; n++) await post();
  const workers = await started(
    only({
      take_messages: () => {
        taking += 1;
        if (taking === 20) all.resolve();
        return held.promise;
      },
      answer_conversation: () => held.promise,
    }),
  );
  try {
    await all.promise;
  } finally {
    held.resolve();
    await workers.close();
  }
});
