/** A process of the product as the supervisor starts it, for tests that need a real one. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Starts server-ws with this test's environment, and these settings on top. */
export function startProcess(settings: Record<string, string>): { close(): Promise<void> } {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "../main.ts")], {
    env: { ...process.env, LOG_LEVEL: "silent", ...settings },
    stdio: "ignore",
  });
  return {
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
