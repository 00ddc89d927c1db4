import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forBusiness, type Tx } from "../db/tenant.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase, waitingForALock } from "../testing/database.ts";
import { EVENTS_CHANNEL, publish } from "./publish.ts";
import { eventsAfter, lastEventId, sweepEvents } from "./queries.ts";
import type { EventMessage } from "./schemas.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const numberOf = (message: EventMessage) => (message.type === "hello" ? 0 : message.id);
const changed = () => ({ type: "customer.changed" as const, customerId: crypto.randomUUID() });

const work = (tx: Tx, rows: number) => tx.execute(sql`select count(*) from generate_series(1, ${rows}::int)`);

describe("live events", () => {
  it("of 50 writers at once are numbered in the order of commit: whoever reads along misses none", async () => {
    const start = await lastEventId(business.ctx);
    const wanted = Array.from({ length: 50 }, changed);
    const writing = Promise.all(
      wanted.map((one, n) =>
        forBusiness(business.ctx, async (tx) => {
          await work(tx, (n % 5) * 10_000); // transactions of different lengths
          await publish(tx, one);
          await work(tx, (n % 3) * 10_000);
        }),
      ),
    );
    const done = { writing: true };
    void writing.finally(() => {
      done.writing = false;
    });
    const read: number[] = [];
    let after = start;
    for (let last = false; ; ) {
      const news = await eventsAfter(business.ctx, after, 7);
      read.push(...news.map(numberOf));
      after = read.at(-1) ?? start;
      if (last && news.length === 0) break;
      last = !done.writing;
    }
    await writing;
    expect(read).toHaveLength(50);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    const kept = await eventsAfter(business.ctx, start, 100);
    expect(kept.map((one) => one.type === "customer.changed" && one.customerId).toSorted()).toEqual(
      wanted.map(({ customerId }) => customerId).toSorted(),
    );
  });

  it("are numbered when they are committed: nobody waits for a transaction that goes on", async () => {
    const start = await lastEventId(business.ctx);
    const [first, second] = [changed(), changed()];
    const published = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const slow = forBusiness(business.ctx, async (tx) => {
      await publish(tx, first);
      published.resolve();
      await release.promise;
    });
    await published.promise;
    await forBusiness(business.ctx, (tx) => publish(tx, second));
    const [seen] = await eventsAfter(business.ctx, start, 10);
    expect(seen).toMatchObject(second);
    release.resolve();
    await slow;
    // Whoever has read the second one must still be told of the first.
    expect(await eventsAfter(business.ctx, seen ? numberOf(seen) : 0, 10)).toMatchObject([first]);
  });

  it("wait while another of the same business is being committed, and nobody else does", async () => {
    const other = await testBusiness();
    const start = await lastEventId(business.ctx);
    const lock = sql`select pg_advisory_xact_lock(hashtextextended('events:' || current_business()::text, 0))`;
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const committing = forBusiness(business.ctx, async (tx) => {
      await tx.execute(lock);
      held.resolve();
      await release.promise;
    });
    await held.promise;
    const quick = forBusiness(business.ctx, (tx) => publish(tx, changed()));
    await forBusiness(other.ctx, (tx) => publish(tx, changed()));
    await expect.poll(() => waitingForALock(database)).toBe(1);
    expect(await eventsAfter(business.ctx, start, 10)).toEqual([]);
    release.resolve();
    await Promise.all([committing, quick]);
    expect(await eventsAfter(business.ctx, start, 10)).toHaveLength(1);
  });

  it("of what was rolled back were never there, and were not announced", async () => {
    const heard: string[] = [];
    const listening = await database.owner.listen(EVENTS_CHANNEL, (payload) => heard.push(payload));
    const before = await lastEventId(business.ctx);
    const failed = forBusiness(business.ctx, async (tx) => {
      await publish(tx, changed());
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    await forBusiness(business.ctx, (tx) => publish(tx, { type: "business.changed" }));
    const kept = await eventsAfter(business.ctx, before, 10);
    expect(kept).toMatchObject([{ type: "business.changed" }]);
    await expect.poll(() => heard, { timeout: 10_000 }).toHaveLength(1);
    expect(JSON.parse(heard[0] ?? "")).toEqual({ businessId: business.id, id: await lastEventId(business.ctx) });
    await listening.unlisten();
  });

  it("are replayed from where somebody was, a piece at a time", async () => {
    const start = await lastEventId(business.ctx);
    for (let n = 0; n < 5; n++) await forBusiness(business.ctx, (tx) => publish(tx, changed()));
    const first = await eventsAfter(business.ctx, start, 3);
    expect(first).toHaveLength(3);
    const rest = await eventsAfter(business.ctx, numberOf(first[2] as EventMessage), 10);
    expect(rest).toHaveLength(2);
    expect(await eventsAfter(business.ctx, numberOf(rest[1] as EventMessage), 10)).toEqual([]);
  });

  it("are kept for three days", async () => {
    await forBusiness(business.ctx, (tx) => publish(tx, changed()));
    const last = await lastEventId(business.ctx);
    await database.owner`update event set created_at = now() - interval '4 days' where business_id = ${business.id} and id < ${last}`;
    await forBusiness(business.ctx, sweepEvents);
    expect((await eventsAfter(business.ctx, 0, 100)).map(numberOf)).toEqual([last]);
  });
});
