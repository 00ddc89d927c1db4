/** `npm run bench [-- NAME … [--corpus DIR]]`: measures what we promise, on a product of its own. */
import { parseArgs } from "node:util";
import { runBench } from "../bench/main.ts";
import { Trouble } from "./supervisor/trouble.ts";

const stop = new AbortController();
// Often twice: the group gets Ctrl-C and npm passes it on as well. What was started must be stopped either way.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort());

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { corpus: { type: "string" } } });
  process.exitCode = await runBench(positionals, values, stop.signal);
} catch (error) {
  if (stop.signal.aborted) console.error("Stopped.");
  else console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 1;
}
