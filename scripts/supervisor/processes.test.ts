import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { constants, getPriority } from "node:os";
import { expect, it } from "vitest";
import { putBehindOthers } from "./processes.ts";

it("puts a process behind the others, within its session and as one; one that is gone is no trouble", async () => {
  const child = spawn(process.execPath, ["-e", "console.log(1); setInterval(() => {}, 1000)"], { detached: true });
  const { pid } = child;
  if (pid === undefined) throw new Error("no process");
  await once(child.stdout, "data");
  putBehindOthers(pid);
  expect(getPriority(pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
  const sessionFile = `/proc/${pid}/autogroup`;
  // Not every Linux has it.
  if (existsSync(sessionFile)) expect(readFileSync(sessionFile, "utf8")).toMatch(/nice 10$/m);
  child.kill("SIGKILL");
  await once(child, "close");
  putBehindOthers(pid);
});
