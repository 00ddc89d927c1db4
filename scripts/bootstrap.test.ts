import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "moked-bootstrap-"));
  mkdirSync(join(root, "scripts"));
  mkdirSync(join(root, "patches"));
  copyFileSync(join(import.meta.dirname, "bootstrap.mjs"), join(root, "scripts/bootstrap.mjs"));
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, "scripts/db-migrate.ts"), "console.log(process.argv.slice(2).join()); process.exit(7);");
  writeFileSync(
    join(root, "scripts/start.ts"),
    `process.on("SIGTERM", () => { console.log("stopped"); process.exit(0); }); setInterval(() => {}, 1000); console.log("up");`,
  );
  npm(`
    const { appendFileSync, mkdirSync, symlinkSync, existsSync } = require("node:fs");
    appendFileSync("installs", process.argv.slice(2).join(" ") + "\\n");
    mkdirSync("node_modules/.bin", { recursive: true });
    if (!existsSync("node_modules/.bin/node")) symlinkSync(process.execPath, "node_modules/.bin/node");
  `);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the first step of every command", () => {
  it("installs what is missing once, then hands over arguments and exit code", async () => {
    const first = await run("db:migrate", "--to", "3");
    expect(first).toMatchObject({ code: 7, stdout: expect.stringContaining("--to,3") });
    expect(first.stdout).toContain("Installing");
    const second = await run("db:migrate");
    expect(second.stdout).not.toContain("Installing");
    expect(installs()).toHaveLength(1);
    expect(installs()[0]).toMatch(/^install .*--include=dev/);
  });

  it("installs again when the lockfile or a patch changed, or an install was cut off half-way", async () => {
    await run("db:migrate");
    writeFileSync(join(root, "package-lock.json"), '{"changed":true}');
    await run("db:migrate");
    writeFileSync(join(root, "patches/some-package.patch"), "mended");
    await run("db:migrate");
    rmSync(join(root, "node_modules/.moked-installed"));
    await run("db:migrate");
    expect(installs()).toHaveLength(4);
  });

  it("installs once when two commands start on a fresh clone at the same time", async () => {
    const both = await Promise.all([run("db:migrate"), run("db:migrate")]);
    expect(both.map(({ code }) => code)).toEqual([7, 7]);
    expect(installs()).toHaveLength(1);
  });

  it.each([
    ["npm error ENOSPC: no space left on device", "the disk is full"],
    ["npm error network getaddrinfo ENOTFOUND registry.npmjs.org", "the npm registry cannot be reached"],
    ["npm error EACCES: permission denied", "cannot be written"],
    ["npm error something else", "npm said"],
  ])("says what went wrong: %s", async (output, sentence) => {
    npm(`console.error(${JSON.stringify(output)}); process.exit(1);`);
    const result = await run("db:migrate");
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(sentence);
    expect(existsSync(join(root, "node_modules/.moked-installed"))).toBe(false);
  });

  it("passes a stop on and ends with the command's own exit code", async () => {
    const child = begin("start");
    await new Promise<void>((resolve) => {
      child.stdout?.on("data", (chunk: Buffer) => chunk.toString().includes("up") && resolve());
    });
    child.kill("SIGTERM");
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
  });

  it("refuses a command that does not exist", async () => {
    expect(await run("../evil")).toMatchObject({ code: 1, stderr: expect.stringContaining("There is no command") });
  });
});

function npm(code: string): void {
  writeFileSync(join(root, "npm.js"), code);
}

function installs(): string[] {
  return readFileSync(join(root, "installs"), "utf8").trim().split("\n");
}

function begin(...args: string[]): ChildProcess {
  const env = { ...process.env, npm_execpath: join(root, "npm.js") };
  return spawn(process.execPath, [join(root, "scripts/bootstrap.mjs"), ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = begin(...args);
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stdout, stderr })));
}
