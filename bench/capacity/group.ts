/**
 * How many calls one server-ws carries: it has a processor for itself, and the doubles, the pages and the database share
 * the other one.
 */
import { setTimeout as wait } from "node:timers/promises";
import { eventLoopDelayP99 } from "../event-loop.ts";
import type { Bench, Group } from "../group.ts";
import { memoryNow, watchProcesses } from "../processes.ts";
import { percentile } from "../statistics.ts";
import { Doubles } from "./doubles.ts";
import { keptTurns } from "./kept-turns.ts";
import { type LiveProduct, withLiveProduct } from "./live-product.ts";
import { type Figures, figuresOf } from "./overhead.ts";
import { pinProduct } from "./pinned.ts";

/** Up to PROMISED calls nothing may be lost; beyond that the figures tell where it bends. */
const LEVELS = [50, 100, 200, 300];
const PROMISED = 200;
const WARM_UP = 30;
const TURNS_EACH = 8;
/** As many as a business may have at once. */
const CALLS_A_BUSINESS = 20;
const SETTLE_MS = 5_000;

export const capacityGroup: Group = async (bench) => {
  const doubles = await Doubles.start();
  try {
    const businesses = Math.ceil(Math.max(...LEVELS) / CALLS_A_BUSINESS);
    await withLiveProduct(bench, doubles.url, businesses, async (product) => {
      pinProduct(product.dataDir);
      bench.note(`${WARM_UP} calls that are not counted, to wake everything`);
      await doubles.ring(orderOf(product, WARM_UP));
      const idleMb = memoryNow(product.dataDir, "edge");
      for (const level of LEVELS) await measureLevel(bench, doubles, product, level, idleMb);
    });
  } finally {
    doubles.stop();
  }
};

function orderOf(product: LiveProduct, calls: number) {
  const { url, accountSid, authToken, numbers } = product;
  const each = Array.from({ length: calls }, (_, call) => ({
    to: numbers[call % numbers.length] ?? "",
    turns: TURNS_EACH,
  }));
  return { url, accountSid, authToken, calls: each, lines: calls };
}

async function measureLevel(
  bench: Bench,
  doubles: Doubles,
  product: LiveProduct,
  level: number,
  idleMb: number,
): Promise<void> {
  bench.note(`${level} calls at once`);
  await wait(SETTLE_MS, undefined, { signal: bench.signal });
  await eventLoopDelayP99(product.url);
  const processes = watchProcesses(product.dataDir);
  const rung = await doubles.ring(orderOf(product, level));
  const delayMs = await eventLoopDelayP99(product.url);
  const costs = processes.stop();
  const kept = await keptTurns(
    product.dataDir,
    rung.calls.map(({ callSid }) => callSid),
  );
  const figures = figuresOf(rung, kept);
  bench.raw(`calls_${level}`, { ...figures, costs });
  const edge = costs.find(({ name }) => name === "edge");
  tell(bench, level, figures, {
    event_loop_p99: { value: delayMs, unit: "ms", atMost: 20 },
    memory_a_call: { value: edge === undefined ? null : (edge.memoryMb - idleMb) / level, unit: "MB", atMost: 2 },
  });
  for (const { name, cpuPercent } of costs) {
    bench.figure({
      name: `call.capacity_${level}_cpu_${name}`,
      value: Math.round(cpuPercent),
      unit: "% of a processor",
    });
  }
}

function tell(
  bench: Bench,
  level: number,
  { turns, lost, spoilt }: Figures,
  more: Record<string, { value: number | null; unit: string; atMost: number }>,
): void {
  const figure = (name: string, value: number | null, unit: string, atMost?: number, note?: string) =>
    bench.figure({
      name: `call.capacity_${level}_${name}`,
      value,
      unit,
      ...(atMost !== undefined && level <= PROMISED ? { target: { atMost } } : {}),
      ...(note === undefined ? {} : { note }),
    });
  const note = `${turns.length} turns; ${spoilt} left out: the measuring device was late`;
  figure("turns_lost", lost.length, "turns", 0, lost[0]);
  const overheads = turns.map(({ overheadMs }) => overheadMs);
  figure("overhead_p50", percentile(overheads, 50), "ms");
  figure("overhead_p95", percentile(overheads, 95), "ms", 100, note);
  figure(
    "voice_to_voice_p50",
    percentile(
      turns.map(({ voiceToVoiceMs }) => voiceToVoiceMs),
      50,
    ),
    "ms",
  );
  for (const [name, { value, unit, atMost }] of Object.entries(more)) figure(name, value, unit, atMost);
}
