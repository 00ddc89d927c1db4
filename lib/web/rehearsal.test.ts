import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { rehearse } from "./rehearsal.ts";

let database: TestDatabase;
let pages: Server;
const asked: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  pages = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(405).end();
  });
  await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("NEXT_PORT", String((pages.address() as AddressInfo).port));
});

afterAll(async () => {
  await new Promise((resolve) => pages.close(resolve));
  await database.drop();
});

test("whoever rings first finds the connections open and the routes loaded", async () => {
  await rehearse();
  const [open] = await database.owner`
    select count(*)::int from pg_stat_activity where datname = current_database() and usename = 'moked_app'`;
  expect(open?.count).toBeGreaterThanOrEqual(10);
  expect(asked).toContain("GET /webhook/incoming_call");
  expect(asked).toContain("GET /webhook/stream_ended");
});
