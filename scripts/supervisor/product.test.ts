import { type ChildProcess, spawn } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Env } from "#lib/config/mode.ts";
import { findFree, isFree } from "./ports.ts";
import { removeDataDir } from "./postgres/home.ts";
import { isStillRunning } from "./processes.ts";
import { type Product, startProduct } from "./product.ts";
import { readRunning } from "./running.ts";
import { fakeCommands } from "./testing/fake-commands.ts";
import { pollUntil } from "./wait.ts";

let root: string;
let port: number;
let notes: string[];
let products: Product[];
let supervisors: ChildProcess[];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "moked-product-"));
  mkdirSync(join(root, "app"));
  writeFileSync(join(root, "app/page.ts"), "one");
  writeFileSync(join(root, "package-lock.json"), "{}");
  port = await findFree();
  notes = [];
  products = [];
  supervisors = [];
});

afterEach(async () => {
  for (const child of supervisors) child.kill("SIGKILL");
  for (const product of products) await product.stop();
  removeDataDir(join(root, ".data"));
  removeDataDir(root);
});

describe("a start", { timeout: 60_000 }, () => {
  it("brings everything up, writes down how to reach it, and stops the database last", async () => {
    const product = await start();
    expect(product.url).toBe(`http://localhost:${port}`);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect(product.simulation).toMatchObject({ business_number: "+97237220000", public_url: product.url });
    expect(product.logins).toEqual([{ email: "owner@example.com", password: "pw", role: "owner" }]);

    const running = readRunning(join(root, ".data"));
    expect(running.childEnv).toMatchObject({ MOKED_MODE: "simulation", NEXTAUTH_URL: product.url });
    expect(running.simulation?.auth_token).toBe(running.childEnv.TWILIO_AUTH_TOKEN);
    for (const name of ["secrets.json", "simulation.json", "runtime.json", "ports.json"]) {
      expect(statSync(join(root, ".data", name)).mode & 0o077, name).toBe(0);
    }

    const databasePort = product.ports.postgres ?? 0;
    expect(await isFree(databasePort)).toBe(false);
    // The jobs have no port to wait for: told to stop before it listens, a stand-in could note nothing.
    expect(await pollUntil(10_000, 20, () => (log("listening").includes("jobs") ? true : undefined))).toBe(true);
    await product.stop();
    // Each stand-in notes whether the database still answered when it was told to stop.
    const stops = log("stops");
    expect(stops.slice(0, 2).sort()).toEqual(["edge database up", "jobs database up"]);
    expect(stops.slice(2).sort()).toEqual(["next database up", "phone database up", "simulators database up"]);
    expect(await isFree(databasePort)).toBe(true);
    expect(() => readRunning(join(root, ".data"))).toThrow(/not running/);
  });

  it("trusts WhatsApp's simulated files, and with them what the operator trusts", async () => {
    const given = join(root, "company.pem");
    const company = "-----BEGIN CERTIFICATE-----\nof the company\n-----END CERTIFICATE-----";
    writeFileSync(given, company);
    await start({}, undefined, { NODE_EXTRA_CA_CERTS: given });
    const trusted = readRunning(join(root, ".data")).childEnv.NODE_EXTRA_CA_CERTS ?? "";
    const [simulated, operators, ...others] =
      readFileSync(trusted, "utf8").match(/-+BEGIN CERTIFICATE(?:.|\n)+?END.*/g) ?? [];
    expect(new X509Certificate(simulated ?? "").subject).toContain("CN=");
    expect(operators).toBe(company);
    expect(others).toEqual([]);
    expect(readFileSync(given, "utf8")).toBe(company);
  });

  it("says that the operator's certificates cannot be read, and comes up without them", async () => {
    await start({}, undefined, { NODE_EXTRA_CA_CERTS: join(root, "gone.pem") });
    expect(notes.join("\n")).toMatch(/NODE_EXTRA_CA_CERTS.*gone\.pem.*ENOENT/);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  });

  it("does nothing twice: a second start neither builds, migrates nor seeds again", async () => {
    await (await start()).stop();
    expect(log("tasks")).toEqual(expect.arrayContaining(["build", "migrate", "seed"]));
    await (await start()).stop();
    expect(log("tasks")).toHaveLength(3);
    writeFileSync(join(root, "app/page.ts"), "two");
    await start();
    expect(log("tasks").slice(3)).toEqual(["build"]);
  });

  it("starts a part that dies again, within a second", { retry: 1 }, async () => {
    await start();
    const before = Number(await (await fetch(`http://127.0.0.1:${port}/pid`)).text());
    const killedAt = Date.now();
    process.kill(before, "SIGKILL");
    const after = await pollUntil(5_000, 10, async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/pid`).catch(() => undefined);
      const pid = Number(await answer?.text());
      return pid > 0 && pid !== before ? pid : undefined;
    });
    expect(after).toBeGreaterThan(0);
    expect(Date.now() - killedAt).toBeLessThan(1_000);
    expect(notes.join("\n")).toMatch(/edge died \(signal SIGKILL\) and is started again/);
  });

  it("keeps its port open while the edge is started again: nobody who connects is turned away", async () => {
    await start();
    const pid = async () => Number(await (await fetch(`http://127.0.0.1:${port}/pid`)).text());
    const before = await pid();
    process.kill(before, "SIGKILL");
    const answers = await Promise.all(Array.from({ length: 20 }, pid));
    expect(answers.every((answer) => answer > 0 && answer !== before)).toBe(true);
  });

  it("gives up aloud when a part dies over and over, and leaves nothing running", async () => {
    const starting = start({ jobs: "process.stderr.write('no such table'); process.exit(3)" });
    const product = await starting.catch((error: Error) => error);
    const trouble = product instanceof Error ? product : await product.failed;
    expect(trouble.message).toMatch(/jobs died 5 times in a row \(exit code 3\); giving up.*no such table/s);
    if (!(product instanceof Error)) await product.stop();
    expect(await isFree(port)).toBe(true);
  });

  it("says what failed when the migration fails, and stops what it had started", async () => {
    await expect(start({ migrate: "console.error('relation exists'); process.exit(1)" })).rejects.toThrow(
      /migrate failed \(exit code 1\).*relation exists/s,
    );
    expect(existsSync(join(root, ".data/supervisor.lock"))).toBe(false);
  });

  it("can be given up while it is still starting", async () => {
    const abort = new AbortController();
    const starting = start(
      { build: "require('fs').writeFileSync('building', ''); setInterval(() => {}, 1000)" },
      abort,
    );
    starting.catch(() => {});
    await pollUntil(20_000, 10, () => existsSync(join(root, "building")) || undefined);
    abort.abort();
    await expect(starting).rejects.toThrow();
    expect(existsSync(join(root, ".data/supervisor.lock"))).toBe(false);
    expect(existsSync(join(root, ".data/postgres/postmaster.pid"))).toBe(false);
  });

  it("is refused while another one owns the data folder", async () => {
    await start();
    await expect(start()).rejects.toThrow(/already running on .*\.data \(process \d+, http:\/\/localhost:\d+\)/);
  });

  it("names the program that holds the port", async () => {
    const holder = spawn(process.execPath, ["-e", `require('net').createServer().listen(${port}, '127.0.0.1')`]);
    supervisors.push(holder);
    await pollUntil(5_000, 10, async () => ((await isFree(port)) ? undefined : true));
    await expect(start()).rejects.toThrow(new RegExp(`Port ${port} is taken by process ${holder.pid} \\(`));
  });

  it("takes over after a kill -9 of the supervisor: the database is adopted, the rest has gone by itself", async () => {
    const supervisor = spawn(
      process.execPath,
      [join(import.meta.dirname, "testing/start-fakes.ts"), root, String(port)],
      {
        stdio: ["ignore", "ignore", "inherit"],
      },
    );
    supervisors.push(supervisor);
    await pollUntil(
      30_000,
      20,
      async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok || undefined,
    );
    const children: Parameters<typeof isStillRunning>[0][] = JSON.parse(
      readFileSync(join(root, ".data/children.json"), "utf8"),
    );
    expect(children).toHaveLength(5);
    supervisor.kill("SIGKILL");
    await pollUntil(8_000, 20, () => (children.some(isStillRunning) ? undefined : true));
    expect(children.filter(isStillRunning)).toEqual([]);

    await start();
    expect(notes.join("\n")).toContain("Adopted the database that was still running");
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  });
});

async function start(instead: Record<string, string> = {}, abort?: AbortController, env: Env = {}): Promise<Product> {
  const product = await startProduct({
    root,
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
    commands: fakeCommands(instead),
    note: (line) => notes.push(line),
    ...(abort === undefined ? {} : { signal: abort.signal }),
  });
  products.push(product);
  return product;
}

function log(name: string): string[] {
  return readFileSync(join(root, name), "utf8").trim().split("\n");
}
