/** Ten minutes of calls that begin and end: does memory stay flat, and is nothing left behind? */
import { setTimeout as wait } from "node:timers/promises";
import { Doubles } from "../capacity/doubles.ts";
import { keptTurns } from "../capacity/kept-turns.ts";
import { type LiveProduct, withLiveProduct } from "../capacity/live-product.ts";
import { figuresOf } from "../capacity/overhead.ts";
import type { Group } from "../group.ts";
import { percentile } from "../statistics.ts";
import { type Holding, watchHolding, whatIsHeld } from "./holding.ts";

const LINES = 20;
/** Callers who speak 3 to 8 times talk for 20 to 60 s: twenty lines have enough of them for ten minutes. */
const TURNS = [3, 5, 8, 4, 6];
const CALLS = 340;
const WARM_UP = 40;
/** As many as a business may have at once. */
const CALLS_A_BUSINESS = 20;
/** Until connections that nobody uses have been closed. */
const SETTLE_MS = 90_000;
/** The first minutes fill caches and compile what is used often. */
const SETTLED_AFTER_S = 120;

export const soakGroup: Group = async (bench) => {
  const doubles = await Doubles.start();
  try {
    await withLiveProduct(bench, doubles.url, Math.ceil(LINES / CALLS_A_BUSINESS), async (product) => {
      bench.note(`${WARM_UP} calls that are not counted`);
      await doubles.ring(orderOf(product, WARM_UP));
      await wait(SETTLE_MS, undefined, { signal: bench.signal });
      const before = await whatIsHeld(product);

      bench.note(`${CALLS} calls, ${LINES} at once`);
      const watch = watchHolding(product);
      const startedAt = performance.now();
      const rung = await doubles.ring(orderOf(product, CALLS));
      const minutes = (performance.now() - startedAt) / 60_000;
      const samples = watch.stop();
      await wait(SETTLE_MS, undefined, { signal: bench.signal });
      const after = await whatIsHeld(product);

      const sids = rung.calls.map(({ callSid }) => callSid);
      const { turns, lost } = figuresOf(rung, await keptTurns(product.dataDir, sids));
      bench.raw("soak", { before, after, samples, lost });
      bench.figure({ name: "call.soak_minutes", value: minutes, unit: "min", target: { atLeast: 9.5 } });
      const note = `${turns.length} turns of ${CALLS} calls${lost[0] === undefined ? "" : `; ${lost[0]}`}`;
      bench.figure({ name: "call.soak_turns_lost", value: lost.length, unit: "turns", target: { atMost: 0 }, note });
      tellMemory(bench, samples);
      for (const name of ["handles", "files", "liveCalls"] as const) {
        const left = before[name] === null || after[name] === null ? null : after[name] - before[name];
        bench.figure({ name: `call.soak_${NAMES[name]}_left`, value: left, unit: "", target: { atMost: 0 } });
      }
    });
  } finally {
    doubles.stop();
  }
};

const NAMES = { handles: "handles", files: "open_files", liveCalls: "live_calls" } as const;

function orderOf({ url, accountSid, authToken, numbers }: LiveProduct, calls: number) {
  const each = Array.from({ length: calls }, (_, call) => ({
    to: numbers[call % numbers.length] ?? "",
    turns: TURNS[call % TURNS.length] ?? 1,
  }));
  return { url, accountSid, authToken, calls: each, lines: LINES };
}

/** What the last third holds more than the first one, once everything is warm: a leak grows, garbage goes up and down. */
function tellMemory(bench: Parameters<Group>[0], samples: readonly Holding[]): void {
  const warm = samples.filter(({ atS }) => atS >= SETTLED_AFTER_S);
  const third = Math.floor(warm.length / 3);
  const memory = (some: readonly Holding[]) =>
    percentile(
      some.map(({ memoryMb }) => memoryMb),
      50,
    );
  const [first, last] = [memory(warm.slice(0, third)), memory(warm.slice(-third))];
  bench.figure({
    name: "call.soak_memory_growth",
    value: first === null || last === null ? null : last - first,
    unit: "MB",
    target: { atMost: 16 },
    note: `${first?.toFixed(0)} MB in the first third, ${last?.toFixed(0)} MB in the last`,
  });
}
