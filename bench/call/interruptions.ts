/** How soon the agent falls silent when the caller speaks over it. */

import { eventsOf, isSpoilt, type LineEvent } from "../../scripts/call/line-events.ts";
import type { Bench } from "../group.ts";
import { percentile } from "../statistics.ts";
import { interruptions } from "./conversations.ts";
import type { Exchange, Observed } from "./ringing.ts";

/** How long the agent has been speaking when it is cut off: from its first syllable to its second sentence. */
const MOMENTS_MS = [
  [200, 700, 1500, 400, 2100, 1000],
  [900, 300, 1200, 600, 1800, 250],
  [1600, 500, 1100, 800, 350, 1400],
  [2400, 450, 950, 1300, 550, 1700],
  [1200, 1000, 220, 1900, 750, 650],
];
/** By then somebody who is spoken over has noticed; an answer that ends by itself before proves nothing. */
const NOTICED_MS = 300;

export async function measureInterruptions(bench: Bench, exchange: Exchange): Promise<Observed> {
  bench.note(`${MOMENTS_MS.length} callers who interrupt`);
  const scripts = MOMENTS_MS.map((moments, index) => interruptions(moments, index * 2));
  const observed = await exchange.ring(scripts, scripts.length);
  const silences = observed.calls.flatMap(({ events }) => silencesOf(events));
  const samples = silences.map(({ tookMs }) => tookMs);
  bench.raw("interruptions", silences);
  const note = `${samples.length} interruptions`;
  bench.figure({ name: "call.interruptions", value: samples.length, unit: "times", target: { atLeast: 20 } });
  bench.figure({ name: "call.barge_in_p50", value: percentile(samples, 50), unit: "ms", note });
  bench.figure({
    name: "call.barge_in_p95",
    value: percentile(samples, 95),
    unit: "ms",
    target: { atMost: 300 },
    note,
  });
  return observed;
}

/** For each time that the caller began while the agent's voice was playing: until it was cleared, or ended by itself. */
function silencesOf(events: readonly LineEvent[]): { phrase: string | null; tookMs: number }[] {
  return eventsOf(events, "caller_speech_start").flatMap(({ at, phrase }) => {
    const before = events.findLast(({ kind, at: then }) => then < at && (kind === "agent_audio" || isSilence(kind)));
    const silence = events.find(({ kind, at: then }) => then >= at && isSilence(kind));
    if (before?.kind !== "agent_audio" || silence === undefined || isSpoilt(events, at, silence.at)) return [];
    const tookMs = silence.at - at;
    return silence.kind === "clear" || tookMs > NOTICED_MS ? [{ phrase, tookMs }] : [];
  });
}

function isSilence(kind: LineEvent["kind"]): boolean {
  return kind === "clear" || kind === "agent_quiet";
}
