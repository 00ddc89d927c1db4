/** The driver as it is patched (patches/, docs/decisions/0021): a connection that goes away is an error, never the end of the process. */
import net from "node:net";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";

let database: TestDatabase;
let sql: postgres.Sql;
let socket: net.Socket;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

beforeEach(() => {
  const url = new URL(database.appUrl);
  sql = postgres(url.href, {
    max: 1,
    backoff: () => 0,
    connect_timeout: 5,
    socket: () => {
      socket = net.connect(Number(url.port), url.hostname);
      return socket;
    },
  } as postgres.Options<Record<string, never>>);
});

afterEach(() => sql.end({ timeout: 1 }));

/** The database hangs up, and the driver has seen it. */
async function cutLine(): Promise<void> {
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.destroy();
  await closed;
}

test("a transaction whose connection goes away under a statement fails, and its end does not end the process", async () => {
  const work = sql.begin(async (tx) => {
    const waiting = tx`select pg_sleep(60)`.execute();
    await new Promise(setImmediate);
    socket.destroy();
    await waiting;
  });
  await expect(work).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  expect(await sql`select 3 as n`).toEqual([{ n: 3 }]);
});

test("a transaction whose connection goes away between two statements fails, and runs nothing outside itself", async () => {
  const after: unknown[] = [];
  const work = sql.begin(async (tx) => {
    await tx`select set_config('app.business_id', 'x', true)`;
    await cutLine();
    // Somebody else gets the connection meanwhile.
    expect(await sql`select 4 as n`).toEqual([{ n: 4 }]);
    after.push(await tx`select 5 as n`.catch((error: unknown) => error));
    throw new Error("given up");
  });
  await expect(work).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await expect.poll(() => after).toMatchObject([{ code: "CONNECTION_CLOSED" }]);
  expect(await sql`select 6 as n`).toEqual([{ n: 6 }]);
});
