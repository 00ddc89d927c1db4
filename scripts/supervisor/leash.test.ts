import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isStillRunning, type ProcessIdentity } from "./processes.ts";
import { pollUntil } from "./wait.ts";

it("holds a child whose supervisor is gone before the child has begun: nothing is left running", async () => {
  const folder = mkdtempSync(join(tmpdir(), "moked-leash-"));
  const supervisor = spawn(process.execPath, [join(import.meta.dirname, "testing/start-and-die.ts"), folder]);
  try {
    const [said] = await once(supervisor.stdout, "data");
    const child: ProcessIdentity = JSON.parse(String(said));
    await pollUntil(10_000, 20, () => (isStillRunning(child) ? undefined : true));
    expect(isStillRunning(child)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 20_000);
