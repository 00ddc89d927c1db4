import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockHolder, takeLock } from "./lock.ts";
import { identify } from "./processes.ts";

let dataDir: string;
const url = "http://localhost:3000";

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "moked-lock-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe("the lock of a data folder", () => {
  it("belongs to one process, and says to whom", () => {
    const lock = takeLock(dataDir, url);
    expect(() => takeLock(dataDir, url)).toThrow(`already running on ${dataDir} (process ${process.pid}, ${url})`);
    lock.release();
    expect(existsSync(join(dataDir, "supervisor.lock"))).toBe(false);
    takeLock(dataDir, url).release();
  });

  it("is taken over from a process that was killed", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const identity = identify(other.pid ?? 0);
    writeFileSync(join(dataDir, "supervisor.lock"), JSON.stringify({ ...identity, url }));
    expect(() => takeLock(dataDir, url)).toThrow(`process ${other.pid}`);
    other.kill("SIGKILL");
    await new Promise((resolve) => other.once("exit", resolve));
    takeLock(dataDir, url);
    expect(lockHolder(dataDir)?.pid).toBe(process.pid);
    expect(readdirSync(dataDir)).toEqual(["supervisor.lock"]);
  });

  it("is not fooled by another process that got the same pid, or by one from before a reboot", () => {
    const self = identify(process.pid);
    for (const stale of [
      { ...self, startTicks: "1" },
      { ...self, boot: "another" },
    ]) {
      writeFileSync(join(dataDir, "supervisor.lock"), JSON.stringify({ ...stale, url }));
      takeLock(dataDir, url).release();
    }
  });

  it("takes over a lock file that is no lock", () => {
    writeFileSync(join(dataDir, "supervisor.lock"), "");
    takeLock(dataDir, url).release();
  });
});
