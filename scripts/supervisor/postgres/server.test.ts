import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFree } from "../ports.ts";
import { removeDataDir } from "./home.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

const password = randomBytes(12).toString("hex");
const notes: string[] = [];
let dataDir: string;
let running: PostgresServer[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "moked-test-"));
  running = [];
  notes.length = 0;
});

afterEach(async () => {
  for (const server of running) await server.stop();
  removeDataDir(dataDir);
});

describe("the embedded database", { timeout: 60_000 }, () => {
  it("keeps what was written over a stop and a start, in a folder that only its account may enter", async () => {
    const first = await start();
    await query(first, "create table kept (word text)");
    await query(first, "insert into kept values ('שלום')");
    await first.stop();
    expect(first.isAlive()).toBe(false);

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second, "select word from kept")).toEqual([{ word: "שלום" }]);
    expect(await query(second, "select setting from pg_settings where name in ('fsync','synchronous_commit')")).toEqual(
      [{ setting: "on" }, { setting: "on" }],
    );
  });

  it("adopts the server that a killed supervisor left running, on whatever port it has", async () => {
    const left = await start();
    const next = await start();
    expect(next.adopted).toBe(true);
    expect(next.pid).toBe(left.pid);
    expect(next.port).toBe(left.port);
    await next.stop();
    expect(left.isAlive()).toBe(false);
  });

  it("starts again after the server itself was killed", async () => {
    const killed = await start();
    await query(killed, "create table kept as select 1 as n");
    process.kill(killed.pid, "SIGKILL");
    const next = await start();
    expect(next.pid).not.toBe(killed.pid);
    expect(await query(next, "select n from kept")).toEqual([{ n: 1 }]);
  });

  it("makes a half-finished cluster anew and keeps the old folder", async () => {
    mkdirSync(join(dataDir, "postgres/base"), { recursive: true });
    writeFileSync(join(dataDir, "postgres/PG_VERSION"), "18\n");
    mkdirSync(join(dataDir, "postgres.draft-1"));
    const server = await start();
    expect(await query(server, "select 1 as n")).toEqual([{ n: 1 }]);
    expect(notes.join()).toContain("half-finished");
    const names = readdirSync(dataDir);
    expect(names.filter((name) => name.startsWith("postgres.unfinished-"))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith("postgres.draft-"))).toEqual([]);
  });

  it("refuses a database of another version, and leaves it as it is", async () => {
    mkdirSync(join(dataDir, "postgres/global"), { recursive: true });
    writeFileSync(join(dataDir, "postgres/PG_VERSION"), "15\n");
    writeFileSync(join(dataDir, "postgres/global/pg_control"), "x");
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 15, and this version of Moked brings PostgreSQL 18/);
    expect(readFileSync(join(dataDir, "postgres/PG_VERSION"), "utf8")).toBe("15\n");
  });

  it("says so when secrets.json does not belong to the database", async () => {
    await start();
    await expect(start("another password")).rejects.toThrow(/does not accept the password in secrets.json/);
  });

  it("does not open anybody's folder: a private data folder stays private", async () => {
    chmodSync(dataDir, 0o700);
    const inner = join(dataDir, "inner");
    mkdirSync(inner, { mode: 0o700 });
    const outer = dataDir;
    dataDir = inner;
    const server = await start();
    expect(await query(server, "select 1 as n")).toEqual([{ n: 1 }]);
    expect(existsSync(join(inner, "postgres/PG_VERSION"))).toBe(true);
    await server.stop();
    removeDataDir(inner);
    expect(existsSync(server.home)).toBe(false);
    dataDir = outer;
  });

  it("finds its cluster again when the data folder was moved", async () => {
    const before = await start();
    await query(before, "create table kept as select 1 as n");
    await before.stop();
    const moved = `${dataDir}-moved`;
    renameSync(dataDir, moved);
    dataDir = moved;
    expect(await query(await start(), "select n from kept")).toEqual([{ n: 1 }]);
  });
});

async function start(withPassword = password): Promise<PostgresServer> {
  const server = await startPostgres({
    dataDir,
    password: withPassword,
    port: await findFree(),
    note: (line) => notes.push(line),
    settings: { shared_buffers: "16MB" },
  });
  running.push(server);
  return server;
}

async function query(server: PostgresServer, text: string): Promise<unknown[]> {
  const sql = postgres(server.url("postgres"), { max: 1 });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}
