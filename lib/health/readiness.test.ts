import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beat, stopBeating, sweepSystem } from "../db/system.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { detailedHealth } from "./detailed.ts";
import { readiness } from "./readiness.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  process.env.OPENAI_API_KEY = "";
});
afterAll(() => database.drop());

describe("readiness", () => {
  it("is down without a worker, and names what is missing once there is one", async () => {
    expect(await readiness()).toMatchObject({ status: "down", db: "ok", jobs: "down" });
    await beat("jobs", "one");
    expect(await readiness()).toMatchObject({
      status: "degraded",
      mode: "simulation",
      jobs: "ok",
      llm: "not_configured",
      tts: "not_configured",
      payments: "not_configured",
    });
    await stopBeating("jobs", "one");
    expect((await readiness()).jobs).toBe("down");
  });

  it("does not count a worker that has been silent, and forgets it after an hour", async () => {
    await beat("jobs", "gone");
    await database.owner`update process_heartbeat set seen_at = now() - interval '30 seconds'`;
    expect((await readiness()).jobs).toBe("down");
    await database.owner`update process_heartbeat set seen_at = now() - interval '2 hours'`;
    await database.owner`insert into rate_window values ('old', now() - interval '2 days', 1), ('new', now(), 1)`;
    await sweepSystem();
    expect(await database.owner`select 1 from process_heartbeat`).toHaveLength(0);
    expect((await database.owner`select key from rate_window`).map(({ key }) => key)).toEqual(["new"]);
  });
});

describe("the whole picture", () => {
  it("is for the platform's own people", async () => {
    await expect(detailedHealth({ platformAdmin: false })).rejects.toMatchObject({ code: "forbidden" });
    const report = await detailedHealth({ platformAdmin: true });
    expect(report).toMatchObject({ database: { ok: true }, recentActivity: { calls24h: 0, failedJobs: 0 } });
    expect(JSON.stringify(report)).not.toContain("0123456789abcdef");
  });
});
