/** `npm run bench [-- NAME …]`: measures what we promise, on a product of its own. */
import { parseArgs } from "node:util";
import { runBench } from "../bench/main.ts";
import { Trouble } from "./supervisor/trouble.ts";

const stop = new AbortController();
// Often twice: the group gets Ctrl-C and npm passes it on as well. What was started must be stopped either way.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort());

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  process.exitCode = await runBench(positionals, stop.signal);
} catch (error) {
  if (stop.signal.aborted) console.error("Stopped.");
  else console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 1;
}
