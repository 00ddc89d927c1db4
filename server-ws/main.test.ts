import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { freePort } from "./testing/free-port.ts";

let database: TestDatabase;
let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), "moked-main-"));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

function startServer(settings: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "main.ts")], {
    env: { ...process.env, LOG_LEVEL: "info", DATA_DIR: dataDir, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  return { child, said: () => text };
}

test("the roles start, are ready together, and stop in order, also when told twice", { timeout: 150_000 }, async () => {
  const port = await freePort();
  const edge = startServer({ ROLES: "edge,media,events", PORT: String(port), NEXT_PORT: String(await freePort()) });
  const origin = `http://127.0.0.1:${port}`;
  const statusOf = (route: string) =>
    fetch(origin + route).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(() => statusOf("/healthz"), { timeout: 45_000 }).toBe(200);
  expect(await statusOf("/readyz")).toBe(503);

  const jobs = startServer({ ROLES: "jobs,whatsapp" });
  await expect.poll(() => statusOf("/readyz"), { timeout: 45_000 }).toBe(200);
  expect(await (await fetch(`${origin}/version`)).json()).toMatchObject({ name: "moked" });
  expect(await (await fetch(`${origin}/metrics`)).text()).toContain("moked_live_calls 0");

  for (const { child, said } of [jobs, edge]) {
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    child.kill("SIGTERM");
    expect((await gone)[0], said()).toBe(0);
    expect(said()).toContain('"msg":"ready"');
    expect(said()).toContain('"msg":"stopped"');
    expect(said()).not.toContain('"level":"error"');
  }
});

test("a port that is taken ends the process, and says why", { timeout: 90_000 }, async () => {
  const port = String(await freePort());
  const settings = { ROLES: "edge", PORT: port, NEXT_PORT: String(await freePort()) };
  const first = startServer(settings);
  await expect.poll(first.said, { timeout: 45_000 }).toContain('"msg":"ready"');
  const second = startServer(settings);
  const [code] = await once(second.child, "exit");
  expect(code).toBe(1);
  expect(second.said()).toContain("EADDRINUSE");
});
