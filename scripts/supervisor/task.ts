import { join } from "node:path";
import { Output } from "./output.ts";
import { signalGroup } from "./processes.ts";
import { ending, type Launch, spawnLeashed } from "./spawn.ts";
import { Trouble } from "./trouble.ts";

/**
 * Runs a program to its end (a migration, a build). Its output goes to DATA_DIR/{name}.out.
 * @throws Trouble with the end of that output when it fails; the signal's reason when it is stopped.
 */
export async function runTask(name: string, launch: Launch, dataDir: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const output = new Output(join(dataDir, `${name}.out`));
  const child = spawnLeashed(launch, output);
  const stop = () => {
    const { pid } = child;
    if (pid === undefined) return;
    signalGroup(pid, "SIGTERM");
    setTimeout(
      () => child.exitCode === null && child.signalCode === null && signalGroup(pid, "SIGKILL"),
      3_000,
    ).unref();
  };
  signal.addEventListener("abort", stop);
  try {
    const result = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code, by) => resolve({ code, signal: by }));
    });
    signal.throwIfAborted();
    if (result.code === 0) return;
    const how = ending(result.code, result.signal);
    throw new Trouble(`${name} failed (${how}). All of its output is in ${output.path}; the end:\n${output.tail(25)}`);
  } finally {
    signal.removeEventListener("abort", stop);
    output.close();
  }
}
