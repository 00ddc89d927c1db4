import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Output } from "./output.ts";

export type Launch = { args: readonly string[]; cwd: string; env: NodeJS.ProcessEnv };

/**
 * Starts a program on the project's Node, in a process group of its own, on the supervisor's leash. `talks`: the two can
 * send each other messages, and connections with them.
 */
export function spawnLeashed(launch: Launch, output: Output, talks = false): ChildProcess {
  const preloads = ["leash.ts", "quick-start.ts"].flatMap((file) => ["--import", join(import.meta.dirname, file)]);
  const child = spawn(process.execPath, [...preloads, ...launch.args], {
    cwd: launch.cwd,
    env: launch.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe", ...(talks ? (["ipc"] as const) : [])],
  });
  child.stdout?.on("data", (chunk: Buffer) => output.write(chunk));
  child.stderr?.on("data", (chunk: Buffer) => output.write(chunk));
  for (const stream of child.stdio) stream?.on("error", () => stream.destroy());
  return child;
}

/** How a process ended, in words. */
export function ending(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}
