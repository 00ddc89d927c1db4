/** Twenty calls at once, with the services and the callers on the same processors. */
import { setTimeout as wait } from "node:timers/promises";
import { eventLoopDelayP99 } from "../event-loop.ts";
import type { Bench } from "../group.ts";
import { watchProcesses } from "../processes.ts";
import type { BenchProduct } from "../product.ts";
import { percentile } from "../statistics.ts";
import { conversation, conversations, rotated } from "./conversations.ts";
import { type Exchange, lostPhrases, refusals } from "./ringing.ts";
import { answersOf } from "./turns.ts";

const CALLS = 20;
const SETTLE_MS = 2_000;

export async function measureTwenty(bench: Bench, exchange: Exchange, product: BenchProduct): Promise<void> {
  bench.note(`${CALLS} calls at once`);
  // The second time round each conversation is begun in its middle: nobody says what another one is just saying.
  const scripts = Array.from({ length: CALLS }, (_, index) => {
    const phrases = conversations[index % conversations.length] ?? [];
    return conversation(rotated(phrases, 3 * Math.floor(index / conversations.length)));
  });
  await wait(SETTLE_MS);
  // The gauge counts from its last reading: this one sets it back.
  await eventLoopDelayP99(product.url);
  const processes = watchProcesses(product.dataDir);
  const observed = await exchange.ring(scripts, CALLS);
  const delayMs = await eventLoopDelayP99(product.url);
  const costs = processes.stop();
  const answers = answersOf(observed);
  const lost = [...lostPhrases(observed), ...refusals(observed)];
  bench.raw("twenty", { ...answers, lost, costs });
  const { counted, spoilt, unmatched } = answers;
  const note = `${counted.length} turns; ${spoilt} left out: the phone's own clock was late; ${unmatched} unmatched`;
  bench.figure({ name: "call.twenty_turns_lost", value: lost.length, unit: "turns", target: { atMost: 0 } });
  const overheads = counted.map(({ overheadMs }) => overheadMs);
  const overhead = { unit: "ms", note };
  bench.figure({
    name: "call.twenty_overhead_p95",
    value: percentile(overheads, 95),
    ...overhead,
    target: { atMost: 80 },
  });
  const voiceToVoice = counted.map(({ voiceToVoiceMs }) => voiceToVoiceMs);
  bench.figure({ name: "call.twenty_voice_to_voice_p50", value: percentile(voiceToVoice, 50), unit: "ms" });
  bench.figure({ name: "call.twenty_voice_to_voice_p95", value: percentile(voiceToVoice, 95), unit: "ms" });
  bench.figure({ name: "call.twenty_event_loop_p99", value: delayMs, unit: "ms", target: { atMost: 20 } });
  for (const { name, cpuPercent, memoryMb } of costs) {
    bench.figure({ name: `call.twenty_cpu_${name}`, value: Math.round(cpuPercent), unit: "% of a processor" });
    bench.figure({ name: `call.twenty_memory_${name}`, value: Math.round(memoryMb), unit: "MB" });
  }
}
