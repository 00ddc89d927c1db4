/** What went wrong with a call: refused by the phone network, lost, or not as the scenario expects. */
import type { CrmCall } from "./crm.ts";
import { neverSounded } from "./heard-on-the-line.ts";
import { inOrder } from "./in-order.ts";
import { type LineEvent, lineEvents, spokenPhrases } from "./line-events.ts";
import { type Pause, pausesAtSounds } from "./pauses.ts";
import type { PhoneRecord } from "./phone.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { silencesAfterWords } from "./silences.ts";

/** Longer than this nobody who has spoken on a stream may hear nothing. */
const SILENCE_MS = 2500;

/** One sentence for each fault; none when everything that was said was kept and answered. */
export function faultsOf({ expects }: Scenario, phone: PhoneRecord, record: CrmCall | null): string[] {
  const refused = refusals(expects, phone);
  if (!record) return [...refused, "the call is not in the CRM"];
  return [
    ...refused,
    ...endingFaults(expects, record),
    ...callerFaults(expects, phone, record),
    ...agentFaults(expects, record),
    ...lineFaults(expects, phone, record),
    ...staffFaults(expects, record),
  ];
}

type Expected = Scenario["expects"];

function refusals(expects: Expected, phone: PhoneRecord): string[] {
  const faults = phone.errors
    .filter(({ code }) => !expects.reported?.includes(code))
    .map(({ code, message }) => `the phone network reports ${code}: ${message}`);
  for (const entry of phone.log)
    if (entry.kind === "wait_timeout") faults.push("the caller waited for the agent in vain");
  const verbs = verbsOf(phone).join(", ");
  if (expects.verbs && verbs !== expects.verbs.join(", "))
    faults.push(`the phone network was told ${verbs}, expected ${expects.verbs.join(", ")}`);
  return faults;
}

function endingFaults(expects: Expected, record: CrmCall): string[] {
  const faults = record.live ? ["the call is still live in the CRM"] : [];
  if (!expects.ending.includes(record.ending ?? "none"))
    faults.push(`ended as ${record.ending}, expected ${expects.ending.join(" or ")}`);
  return faults;
}

/** What the caller said, and was kept. */
function callerFaults(expects: Expected, phone: PhoneRecord, record: CrmCall): string[] {
  const faults: string[] = [];
  const texts = record.turns.filter((turn) => turn.speaker === "caller").map((turn) => turn.text);
  const { count, atLeast } = expects.callerTurns;
  if (atLeast ? texts.length < count : texts.length !== count)
    faults.push(`${texts.length} caller turns, expected ${count}`);
  const missing = missingInOrder(expects.understood ?? [], texts);
  if (missing) faults.push(`not understood, or not in order: "${missing}"`);
  const lost = lostWords(phone, texts.concat(record.recording_transcript ?? "", expects.unrecognised ?? []));
  if (lost.length > 0) faults.push(`words said to the agent that are nowhere: ${lost.join(" ")}`);
  return faults;
}

/** What the agent said, as it is kept. */
function agentFaults(expects: Expected, record: CrmCall): string[] {
  const faults: string[] = [];
  const agent = record.turns.filter((turn) => turn.speaker === "agent");
  const unheard = missingInOrder(
    expects.heard ?? [],
    agent.map((turn) => turn.heard_text),
  );
  if (unheard) faults.push(`not heard, or not in order: "${unheard}"`);
  for (const words of expects.unsaid ?? [])
    if (agent.some((turn) => turn.text.includes(words))) faults.push(`the agent said "${words}", expected never`);
  if (!agent[0]?.heard_text && !expects.onlyMessageKept) faults.push("the greeting was not heard");
  if (expects.interrupted && !agent.some((turn) => turn.interrupted && turn.heard_text.length < turn.text.length))
    faults.push("no agent turn was cut off");
  if (expects.uninterrupted && agent.some((turn) => turn.interrupted || turn.heard_text !== turn.text))
    faults.push("something stopped the agent");
  if (record.ending === "agent_said_goodbye" && agent.at(-1)?.heard_text !== agent.at(-1)?.text)
    faults.push("the goodbye was not heard to its end");
  return faults;
}

/** What the phone itself has heard of the agent. */
function lineFaults(expects: Expected, phone: PhoneRecord, record: CrmCall): string[] {
  const events = lineEvents(phone);
  const atMost = expects.silenceMs ?? SILENCE_MS;
  return [
    ...neverSounded(events, record, expects.heard ?? []).map(
      (words) => `kept as heard, but its sound never came out of the phone: "${words}"`,
    ),
    ...(expects.pausedBySound ? pauseFaults(events) : []),
    ...silencesAfterWords(events, spokenPhrases(events), record)
      .filter(({ ms }) => ms > atMost)
      .map(({ text, ms }) => `nothing was heard for ${Math.round(ms)} ms after "${text}", expected ${atMost} at most`),
  ];
}

/** A pause after which the caller spoke first was none that the agent ended by itself. */
function pauseFaults(events: readonly LineEvent[]): string[] {
  const pauses = pausesAtSounds(events).filter((pause) => pause !== null);
  if (pauses.length === 0) return ["no sound paused the agent"];
  const words = spokenPhrases(events);
  const spokeFirst = ({ clearedAt, againAt }: Pause) =>
    words.some(({ startAt }) => startAt > clearedAt && startAt < againAt);
  return pauses
    .filter((pause) => pause.againAt === Number.POSITIVE_INFINITY || spokeFirst(pause))
    .map(() => "a sound paused the agent, and its voice did not go on");
}

/** What the staff find afterwards. */
function staffFaults(expects: Expected, record: CrmCall): string[] {
  const faults: string[] = [];
  const troubles = [...new Set(record.turns.flatMap((turn) => turn.troubles))].sort().join(", ");
  const expected = expects.troubles?.toSorted().join(", ");
  if (expected !== undefined && troubles !== expected)
    faults.push(`the staff see the troubles ${troubles || "none"}, expected ${expected || "none"}`);
  const line = lineOf({ cuts: record.stream_cuts, rung: record.rung }, record.stream_failures);
  const expectedLine = expects.line && lineOf(expects.line);
  if (expectedLine && line !== expectedLine) faults.push(`the staff see a line ${line}, expected ${expectedLine}`);
  faults.push(...insightFaults(expects, record));
  if (expects.task && record.tasks.length === 0) faults.push("no task came of the call");
  return faults;
}

/** What was found out after the call. */
function insightFaults(expects: Expected, { sentiment, want, score, insight, ...record }: CrmCall): string[] {
  const faults: string[] = [];
  if (expects.sentiment && sentiment !== expects.sentiment)
    faults.push(`the caller's mood is kept as ${sentiment}, expected ${expects.sentiment}`);
  if (expects.summary && !hasSummary(record)) faults.push("no summary of the call was written");
  if (expects.want && want !== expects.want) faults.push(`what they want is kept as ${want}, expected ${expects.want}`);
  for (const [name, value] of Object.entries(expects.facts ?? {})) {
    const found = insight?.facts.find((fact) => fact.name === name)?.value;
    if (!value.test(found ?? "")) faults.push(`the ${name} is kept as ${found ?? "unknown"}, expected ${value.source}`);
  }
  const { from, to } = expects.score ?? { from: 0, to: 100 };
  if (expects.score && (score === null || score < from || score > to))
    faults.push(`the score is ${score}, expected ${from} to ${to}`);
  const asked = insight?.appointment ? "a time to meet" : "no time to meet";
  if (expects.appointment !== undefined && expects.appointment !== Boolean(insight?.appointment))
    faults.push(`the staff see ${asked}, expected ${expects.appointment ? "one" : "none"}`);
  return faults;
}

/** Whether everything is there that is found out after a call, as far as the scenario speaks of it. */
export function isDescribed(
  { sentiment, summary, want, facts, score, appointment }: Expected,
  record: CrmCall,
): boolean {
  const expected = summary || [sentiment, want, facts, score, appointment].some((one) => one !== undefined);
  return !expected || record.insight !== null;
}

function lineOf({ cuts, rung }: NonNullable<Expected["line"]>, times = cuts.length): string {
  return `cut ${times} times (${cuts.join(", ")}), on the rung ${rung}`;
}

function hasSummary({ summary }: Pick<CrmCall, "summary">): boolean {
  return (summary ?? "").trim() !== "";
}

/** The first verb of each answer, without repeats. A sentence is played where its file was there in time, else said. */
function verbsOf(phone: PhoneRecord): string[] {
  const first = phone.log.flatMap((entry) =>
    entry.kind === "twiml" && Array.isArray(entry.verbs) && !bridgesWait(entry.verbs) ? [String(entry.verbs[0])] : [],
  );
  const verbs = first.map((verb) => (verb === "Play" ? "Say" : verb));
  return verbs.filter((verb, at) => verb !== verbs[at - 1]);
}

/** A word while the answer is still thought about, after which the network asks again: there may be none, or several. */
function bridgesWait([word, next]: unknown[]): boolean {
  return (word === "Say" || word === "Play") && next === "Redirect";
}

/** Every word of every phrase said to its end must be in what was kept, as often as it was said. */
function lostWords(phone: PhoneRecord, texts: string[]): string[] {
  const kept = texts.flatMap(wordsOf);
  const said = phone.log.flatMap((entry) =>
    entry.kind === "caller_speech_end" && typeof entry.text === "string" ? wordsOf(entry.text) : [],
  );
  return said.filter((word) => {
    const at = kept.indexOf(word);
    if (at >= 0) kept.splice(at, 1);
    return at < 0;
  });
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function missingInOrder(words: string[], texts: string[]): string | undefined {
  const places = inOrder(words, texts);
  return words.find((_, index) => places[index] === null);
}
