import pino from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { forBusiness } from "#lib/db/tenant.ts";
import { tellPresence } from "#lib/events/presence.ts";
import { publish } from "#lib/events/publish.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { listenForNews, type NewsListener } from "./listener.ts";

let database: TestDatabase;
let business: TestBusiness;
let listener: NewsListener | undefined;

beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});

afterEach(async () => {
  await listener?.close();
});

afterAll(() => database.drop());

const change = () =>
  forBusiness(business.ctx, async function change(tx) {
    await publish(tx, { type: "business.changed" });
  });

test("news of a business are heard when they are committed, and again after the connection was cut", async () => {
  const heard: string[] = [];
  let resumed = 0;
  listener = await listenForNews({
    databaseUrl: database.appUrl,
    log: pino({ level: "silent" }),
    onNews: (businessId) => heard.push(businessId),
    onPresence: () => {},
    onResume: () => {
      resumed += 1;
    },
  });
  await change();
  await expect.poll(() => heard).toEqual([business.id]);
  await database.owner`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`;
  await expect.poll(() => resumed, { timeout: 10_000 }).toBe(1);
  await change();
  await expect.poll(() => heard).toEqual([business.id, business.id]);
});

test("where somebody of the staff is, is heard and never kept", async () => {
  const heard: unknown[] = [];
  listener = await listenForNews({
    databaseUrl: database.appUrl,
    log: pino({ level: "silent" }),
    onNews: () => {},
    onPresence: (businessId, told) => heard.push({ businessId, ...told }),
    onResume: () => {},
  });
  const events = () => database.owner`select count(*)::int as n from event`;
  const before = await events();
  const said = { type: "presence", conversationId: crypto.randomUUID(), doing: "typing" } as const;
  await tellPresence(business.as("staff"), said);
  await expect.poll(() => heard).toEqual([{ businessId: business.id, ...said, userId: business.owner.id }]);
  expect(await events()).toEqual(before);
  await expect(tellPresence(business.as("viewer"), said)).rejects.toMatchObject({ code: "forbidden" });
});
