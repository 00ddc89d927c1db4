import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { removeDataDir } from "../supervisor/postgres/home.ts";
import { startTestPostgres } from "./postgres.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "moked-test-postgres-"));
});
afterEach(() => {
  removeDataDir(join(root, ".data/dev-test"));
  removeDataDir(root);
});

it("is shared by test runs at the same time, and stopped by the last of them", { timeout: 60_000 }, async () => {
  const [one, two] = await Promise.all([startTestPostgres(root), startTestPostgres(root)]);
  expect(two.url).toBe(one.url);
  await one.stop();
  expect(await answers(two.url)).toBe(true);
  await two.stop();
  expect(await answers(two.url)).toBe(false);
});

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
