/** How soon the agent answers: from the true end of the caller's speech to the first sound of what it has to say. */
import type { Bench } from "../group.ts";
import { mean, percentile } from "../statistics.ts";
import { type Answer, answerTo } from "./answers.ts";
import { conversation, conversations } from "./conversations.ts";
import { type Exchange, lostPhrases, type Observed, refusals } from "./ringing.ts";

/** So many people talk at once: less than what makes anybody wait, and the bench ends in reasonable time. */
const LINES = 4;
/** With a slow service there is more waiting than work. */
const SLOW_LINES = 6;
const SEED = 20;

/** What counts of a batch of calls, and what had to be left out. */
export interface Answers {
  counted: Answer[];
  spoilt: number;
  /** Answered, but not in words that were thought and spoken for it ("please repeat"), or not at all. */
  unmatched: number;
}

export function answersOf({ calls, requests }: Observed): Answers {
  const all = calls.flatMap(({ spoken, events, record }) =>
    spoken.map((phrase) => (record === null ? undefined : answerTo(phrase, events, record, requests))),
  );
  const found = all.flatMap((answer) => answer ?? []);
  const counted = found.filter(({ spoilt }) => !spoilt);
  return { counted, spoilt: found.length - counted.length, unmatched: all.length - found.length };
}

export async function measureTurns(bench: Bench, exchange: Exchange): Promise<Observed> {
  const scripts = conversations.map(conversation);
  bench.note(`${scripts.length} conversations, ${LINES} at once`);
  await exchange.services.setLatency("typical", SEED);
  const observed = await exchange.ring(scripts, LINES);
  const answers = answersOf(observed);
  const { counted, spoilt, unmatched } = answers;
  bench.raw("turns", { ...answers, lost: lostPhrases(observed), refused: refusals(observed) });
  const of = (pick: (answer: Answer) => number) => counted.map(pick);
  const voiceToVoice = of(({ voiceToVoiceMs }) => voiceToVoiceMs);
  const note = `${spoilt} left out: the phone's own clock was late; ${unmatched} without an answer of its own`;
  bench.figure({ name: "call.turns", value: counted.length, unit: "turns", target: { atLeast: 60 }, note });
  const lost = lostPhrases(observed).length + refusals(observed).length;
  bench.figure({ name: "call.turns_lost", value: lost, unit: "turns", target: { atMost: 0 } });
  const ms = { unit: "ms" };
  bench.figure({
    name: "call.voice_to_voice_p50",
    value: percentile(voiceToVoice, 50),
    ...ms,
    target: { atMost: 1600 },
  });
  bench.figure({
    name: "call.voice_to_voice_p95",
    value: percentile(voiceToVoice, 95),
    ...ms,
    target: { atMost: 2400 },
  });
  const overheads = of(({ overheadMs }) => overheadMs);
  bench.figure({ name: "call.overhead_p50", value: percentile(overheads, 50), ...ms });
  bench.figure({ name: "call.overhead_p95", value: percentile(overheads, 95), ...ms, target: { atMost: 50 } });
  const offsets = of(({ detectorOffsetMs }) => detectorOffsetMs);
  bench.figure({ name: "call.detector_offset_p50", value: percentile(offsets, 50), ...ms });
  bench.figure({ name: "call.detector_offset_p95", value: percentile(offsets, 95), ...ms });
  bench.figure({ name: "call.fillers", value: counted.filter(({ filler }) => filler).length, unit: "turns" });
  return observed;
}

export async function measureSlowRecogniser(bench: Bench, exchange: Exchange): Promise<Observed> {
  const scripts = conversations.slice(0, 6).map(conversation);
  bench.note(`${scripts.length} conversations with a slow recogniser`);
  await exchange.services.setLatency("slow", SEED);
  const observed = await exchange.ring(scripts, SLOW_LINES);
  await exchange.services.setLatency("typical", SEED);
  const answers = answersOf(observed);
  bench.raw("slow_recogniser", { ...answers, lost: lostPhrases(observed), refused: refusals(observed) });
  bench.figure({
    name: "call.voice_to_voice_mean_slow_stt",
    value: mean(answers.counted.map(({ voiceToVoiceMs }) => voiceToVoiceMs)),
    unit: "ms",
    target: { below: 2500 },
    note: `${answers.counted.length} turns`,
  });
  return observed;
}
