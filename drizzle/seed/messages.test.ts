import { afterAll, beforeAll, expect, it } from "vitest";
import { listConversations } from "#lib/messaging/list-conversations.ts";
import { testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { seedMessages } from "./messages.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it("in the demonstration, too, what was put off stands apart and comes back when it was said", async () => {
  const { ctx, owner } = await testBusiness();
  await seedMessages(ctx, { "שי אברהמי": owner.id, "דנה לוי": owner.id });
  const { items } = await listConversations(ctx, { filter: "snoozed" });
  expect(items.length).toBeGreaterThan(0);
  const jobs = await database.owner`
    select j.payload->>'conversationId' as id, j.run_at from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'wake_conversation'`;
  expect(jobs.map(({ id, run_at: at }) => [id, at.toISOString()])).toEqual(
    items.map(({ id, snoozedUntil }) => [id, snoozedUntil]),
  );
});
