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

test("what comes in is taken although every place is thinking", async () => {
  const thinking = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  let thought = 0;
  const full = Promise.withResolvers<void>();
  const handlers: JobHandlers = {
    ...(Object.fromEntries(Object.keys(jobSchemas).map((name) => [name, async () => {}])) as unknown as JobHandlers),
    answer_conversation: () => {
      thought += 1;
      if (thought === 24) full.resolve();
      return thinking.promise;
    },
    take_messages: async () => taken.resolve(),
  };
  const options = { handlers, metrics: createMetrics(), log: pino({ level: "silent" }) };
  const workers = await startWorkers({ databaseUrl: database.ownerUrl, ...options });
  try {
    const payload = () => ({ businessId: randomUUID(), conversationId: randomUUID() });
    for (let n = 0; n < 30; n++) await enqueueAlone({ name: "answer_conversation", payload: payload() });
    await full.promise;
    await enqueueAlone({ name: "take_messages", payload: { channel: "whatsapp", posts: [] } });
    await taken.promise;
    expect(thought).toBe(24);
    expect(workers.isRunning()).toBe(true);
  } finally {
    thinking.resolve();
    await workers.close();
  }
});
