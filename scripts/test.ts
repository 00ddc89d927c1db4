import { Trouble } from "./supervisor/trouble.ts";
import { runAllTests } from "./test/run.ts";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort());

try {
  process.exit(await runAllTests(process.argv.slice(2), stop.signal));
} catch (error) {
  if (stop.signal.aborted) process.exit(130);
  console.error(error instanceof Trouble ? error.message : error);
  process.exit(1);
}
