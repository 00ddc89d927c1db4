/** A process of the product as the supervisor keeps it, for tests that need a real one. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const START_AGAIN_MS = 500;

/** Starts server-ws with this test's environment, and these settings on top; one that ends by itself is started again. */
export function startProcess(settings: Record<string, string>): { close(): Promise<void> } {
  let child: ChildProcess;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    child = spawn(process.execPath, [path.join(import.meta.dirname, "../main.ts")], {
      env: { ...process.env, LOG_LEVEL: "silent", ...settings },
      stdio: "ignore",
    });
    child.once("exit", () => {
      if (!closing) timer = setTimeout(start, START_AGAIN_MS);
    });
  };
  start();
  return {
    async close() {
      closing = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
