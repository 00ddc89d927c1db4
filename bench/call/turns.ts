/** How soon the agent answers: from the true end of the caller's speech to the first sound of what it has to say. */
import type { Bench } from "../group.ts";
import { mean, percentile } from "../statistics.ts";
import { type Answer, answerTo } from "./answers.ts";
import { conversation, conversations } from "./conversations.ts";
import { type Exchange, lostPhrases, type Observed, refusals } from "./ringing.ts";
import { saysPartOf } from "./words.ts";

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
  const lost = lostPhrases(observed);
  const refused = refusals(observed);
  bench.raw("turns", { ...answers, lost, refused });
  const of = (pick: (answer: Answer) => number, percent: number) => percentile(counted.map(pick), percent);
  const note = `${spoilt} left out: the phone's own clock was late; ${unmatched} without an answer of its own`;
  const turns = { unit: "turns" };
  bench.figure({ name: "call.turns", value: counted.length, ...turns, target: { atLeast: 60 }, note });
  bench.figure({ name: "call.turns_lost", value: lost.length + refused.length, ...turns, target: { atMost: 0 } });
  const ms = { unit: "ms" };
  const voiceToVoice = of(({ voiceToVoiceMs }) => voiceToVoiceMs, 50);
  bench.figure({ name: "call.voice_to_voice_p50", value: voiceToVoice, ...ms, target: { atMost: 1250 } });
  const late = of(({ voiceToVoiceMs }) => voiceToVoiceMs, 95);
  bench.figure({ name: "call.voice_to_voice_p95", value: late, ...ms, target: { atMost: 2400 } });
  const sequential = of(({ sequentialMs }) => sequentialMs, 50);
  const ratio = voiceToVoice === null || sequential === null ? null : voiceToVoice / sequential;
  bench.figure({ name: "call.sequential_ratio", value: ratio, unit: "", target: { atMost: 0.85 } });
  bench.figure({ name: "call.overhead_p50", value: of(({ overheadMs }) => overheadMs, 50), ...ms });
  const overhead = of(({ overheadMs }) => overheadMs, 95);
  bench.figure({ name: "call.overhead_p95", value: overhead, ...ms, target: { atMost: 50 } });
  bench.figure({ name: "call.detector_offset_p50", value: of((answer) => answer.detectorOffsetMs, 50), ...ms });
  bench.figure({ name: "call.detector_offset_p95", value: of((answer) => answer.detectorOffsetMs, 95), ...ms });
  // Of the sentences of these conversations all are finished, and none is to wait as if it were not.
  const decided = observed.calls.flatMap(({ record }) => record?.turns.flatMap((turn) => turn.endpoint_ms ?? []) ?? []);
  const within = { ...ms, target: { atMost: 700 }, note: `${decided.length} answers` };
  bench.figure({ name: "call.finished_sentence_decided_p95", value: percentile(decided, 95), ...within });
  const remembered = counted.filter((answer) => answer.remembered).length;
  bench.figure({ name: "call.remembered_beginnings", value: remembered, ...turns });
  bench.figure({ name: "call.fillers", value: counted.filter(({ filler }) => filler).length, ...turns });
  priceOf(bench, observed);
  return observed;
}

/** What being early costs: pieces that the recogniser was asked about, and answers that were thought for nothing. */
function priceOf(bench: Bench, { calls, requests }: Observed): void {
  const spoken = calls.flatMap((call) => call.spoken);
  const answered = new Set(calls.flatMap(({ record }) => record?.turns.map(({ text }) => text) ?? []));
  const inVain = requests.models.filter(
    ({ asked }) => !answered.has(asked) && spoken.some(({ text }) => saysPartOf(asked, text)),
  );
  const commits = requests.transcriptions.length / spoken.length;
  bench.figure({ name: "call.commits_per_turn", value: spoken.length === 0 ? null : commits, unit: "" });
  bench.figure({ name: "call.thought_in_vain", value: inVain.length, unit: "answers", note: `${spoken.length} turns` });
}

export async function measureFast(bench: Bench, exchange: Exchange): Promise<Observed> {
  const scripts = conversations.map(conversation);
  bench.note(`${scripts.length} conversations with fast services`);
  await exchange.services.setLatency("fast", SEED);
  const observed = await exchange.ring(scripts, LINES);
  await exchange.services.setLatency("typical", SEED);
  const answers = answersOf(observed);
  bench.raw("fast", { ...answers, lost: lostPhrases(observed), refused: refusals(observed) });
  bench.figure({
    name: "call.voice_to_voice_p50_fast",
    value: percentile(
      answers.counted.map(({ voiceToVoiceMs }) => voiceToVoiceMs),
      50,
    ),
    unit: "ms",
    target: { atMost: 680 },
    note: `${answers.counted.length} turns`,
  });
  return observed;
}

export async function measureSlowRecogniser(bench: Bench, exchange: Exchange): Promise<Observed> {
  const scripts = conversations.slice(0, 6).map(conversation);
  bench.note(`${scripts.length} conversations with a slow recogniser`);
  await exchange.services.setLatency("typical", SEED, "slow");
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
