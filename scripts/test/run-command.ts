import { spawn } from "node:child_process";
import { signalGroup } from "../supervisor/processes.ts";

export type CommandResult = { code: number | null; output: string; stdout: string };

/**
 * Runs a program to its end in a process group of its own and gives what it printed. When the signal aborts, or after
 * `withinMs`, the whole group is ended.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, signal, withinMs }: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal; withinMs: number },
): Promise<CommandResult> {
  signal.throwIfAborted();
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const end = () => child.pid !== undefined && signalGroup(child.pid, "SIGKILL");
  const timer = setTimeout(() => {
    output += `\n(ended after ${withinMs / 1000} s)`;
    end();
  }, withinMs);
  signal.addEventListener("abort", end);
  try {
    return await new Promise((resolve) => {
      child.once("error", (error) => resolve({ code: null, output: error.message, stdout: "" }));
      child.once("close", (code) => resolve({ code, output, stdout }));
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}
