/** Calls that begin and end for minutes: does memory stay flat, and is nothing left behind? */
import { setTimeout as wait } from "node:timers/promises";
import { Doubles } from "../capacity/doubles.ts";
import { keptTurns } from "../capacity/kept-turns.ts";
import { type LiveProduct, withLiveProduct } from "../capacity/live-product.ts";
import { figuresOf } from "../capacity/overhead.ts";
import type { Bench, Group } from "../group.ts";
import { type Holding, type Sample, watchMemory, whatIsHeld } from "./holding.ts";
import { slope, warmAndLast } from "./memory.ts";
import { inspectable, memoryInUse } from "./settled.ts";

const MINUTES = 10;
const LINES = 20;
/** Callers who speak 3 to 8 times talk for 20 to 60 s. */
const TURNS = [3, 5, 8, 4, 6];
/** More than twenty lines can have in a minute. */
const MOST_A_MINUTE = 60;
/** Enough for the voice's memory of short sentences to be full: here each one is said once, and they take its 8 MB. */
const WARM_UP = 120;
/** As many as a business may have at once. */
const CALLS_A_BUSINESS = 20;
/** Until connections that nobody uses have been closed. */
const SETTLE_MS = 90_000;

export const soakGroup: Group = async (bench) => {
  const minutes = bench.options.minutes ?? MINUTES;
  const doubles = await Doubles.start();
  try {
    const businesses = Math.ceil(LINES / CALLS_A_BUSINESS);
    const work = (product: LiveProduct) => soak(bench, doubles, product, minutes);
    await withLiveProduct(bench, doubles.url, businesses, work, inspectable);
  } finally {
    doubles.stop();
  }
};

async function soak(bench: Bench, doubles: Doubles, product: LiveProduct, minutes: number): Promise<void> {
  const { signal } = bench;
  bench.note(`${WARM_UP} calls that are not counted`);
  await doubles.ring(orderOf(product, WARM_UP));
  await wait(SETTLE_MS, undefined, { signal });
  const inUseBefore = await memoryInUse(product.dataDir);
  const before = await whatIsHeld(product);

  bench.note(`${minutes} minutes of calls, ${LINES} at once`);
  const watch = watchMemory(product);
  const startedAt = performance.now();
  const order = orderOf(product, Math.ceil(minutes * MOST_A_MINUTE));
  const rung = await doubles.ring({ ...order, forMs: minutes * 60_000 });
  const took = (performance.now() - startedAt) / 60_000;
  const samples = watch.stop();
  await wait(SETTLE_MS, undefined, { signal });
  const inUseAfter = await memoryInUse(product.dataDir);
  const after = await whatIsHeld(product);

  const calls = rung.calls.length;
  const sids = rung.calls.map(({ callSid }) => callSid);
  const { turns, lost } = figuresOf(rung, await keptTurns(product.dataDir, sids));
  bench.raw("soak", { inUseBefore, before, inUseAfter, after, samples, lost });
  bench.figure({ name: "call.soak_minutes", value: took, unit: "min", target: { atLeast: minutes } });
  bench.figure({ name: "call.soak_calls", value: calls, unit: "calls", note: `${LINES} at once` });
  const note = `${turns.length} turns${lost[0] === undefined ? "" : `; ${lost[0]}`}`;
  bench.figure({ name: "call.soak_turns_lost", value: lost.length, unit: "turns", target: { atMost: 0 }, note });
  tellMemory(bench, samples, calls / took);
  bench.figure({
    name: "call.soak_memory_kept_per_100_calls",
    value: ((inUseAfter - inUseBefore) / calls) * 100,
    unit: "MB",
    target: { atMost: 0.5 },
    note: `in use without garbage: ${inUseBefore.toFixed(1)} MB before, ${inUseAfter.toFixed(1)} MB after`,
  });
  tellLeft(bench, before, after);
}

function orderOf({ url, accountSid, authToken, numbers }: LiveProduct, calls: number) {
  const each = Array.from({ length: calls }, (_, call) => ({
    to: numbers[call % numbers.length] ?? "",
    turns: TURNS[call % TURNS.length] ?? 1,
  }));
  return { url, accountSid, authToken, calls: each, lines: LINES };
}

/** What the process occupies: garbage that was not collected yet is in it, so that it goes up and down by some MB. */
function tellMemory(bench: Bench, samples: readonly Sample[], callsAMinute: number): void {
  const { warm, last } = warmAndLast(samples);
  bench.figure({
    name: "call.soak_memory_growth",
    value: warm === null || last === null ? null : last - warm,
    unit: "MB",
    target: { atMost: 16 },
    note: `${warm?.toFixed(0)} MB in the second minute, ${last?.toFixed(0)} MB in the last`,
  });
  const growth = slope(samples);
  bench.figure({
    name: "call.soak_memory_slope_per_100_calls",
    value: growth === null ? null : (growth / callsAMinute) * 100,
    unit: "MB",
    target: { atMost: 5 },
  });
}

function tellLeft(bench: Bench, before: Holding, after: Holding): void {
  for (const name of ["handles", "timers", "open_files", "database_connections"] as const) {
    const [had, has] = [before[name], after[name]];
    bench.figure({
      name: `call.soak_${name}_left`,
      value: had === null || has === null ? null : has - had,
      unit: "",
      target: { atMost: 0 },
      note: `${had} before, ${has} after`,
    });
  }
  for (const name of ["live_calls", "open_transactions"] as const) {
    bench.figure({ name: `call.soak_${name}_left`, value: after[name], unit: "", target: { atMost: 0 } });
  }
}
