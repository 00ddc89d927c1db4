/** `npm run bench [-- NAME … [--corpus DIR] [--minutes N]]`: measures what we promise, on a product of its own. */
import { groups } from "../bench/groups.ts";
import { runBench } from "../bench/main.ts";
import { readFlags } from "./supervisor/flags.ts";
import { Trouble } from "./supervisor/trouble.ts";

const USAGE = `npm run bench [-- NAME …]     measures what is named, or everything: ${Object.keys(groups).join(", ")}
  --corpus DIR                for vad: annotated speech, NAME.wav with NAME.scv
  --minutes N                 for call.soak: how long calls start and end, from 3`;

const stop = new AbortController();
// Often twice: the group gets Ctrl-C and npm passes it on as well. What was started must be stopped either way.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort());

let exitCode = 1;
try {
  const { positionals, values } = readFlags(USAGE, {
    allowPositionals: true,
    options: { corpus: { type: "string" }, minutes: { type: "string" } },
  });
  const { corpus, minutes } = values;
  const options = {
    ...(corpus === undefined ? {} : { corpus }),
    ...(minutes === undefined ? {} : { minutes: minutesFrom(minutes) }),
  };
  exitCode = await runBench(positionals, options, stop.signal);
} catch (error) {
  if (stop.signal.aborted) console.error("Stopped.");
  else console.error(error instanceof Trouble ? error.message : error);
}
// What a measurement was doing when it was told to stop (calls that go on, requests) may keep the process for ever.
process.exit(exitCode);

function minutesFrom(text: string): number {
  const minutes = Number(text);
  // The figures compare the second minute with the last one.
  if (Number.isFinite(minutes) && minutes >= 3 && minutes <= 24 * 60) return minutes;
  throw new Trouble(`--minutes takes a number from 3 on, not "${text}".`);
}
