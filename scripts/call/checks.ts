/** What went wrong with a call: refused by the phone network, lost, or not as the scenario expects. */
import type { CrmCall } from "./crm.ts";
import type { PhoneRecord } from "./phone.ts";
import type { Scenario } from "./scenarios/scenario.ts";

/** One sentence for each fault; none when everything that was said was kept and answered. */
export function faultsOf({ expects }: Scenario, phone: PhoneRecord, record: CrmCall | null): string[] {
  const faults = phone.errors.map(({ code, message }) => `the phone network reports ${code}: ${message}`);
  for (const entry of phone.log)
    if (entry.kind === "wait_timeout") faults.push("the caller waited for the agent in vain");
  if (!record) return [...faults, "the call is not in the CRM"];
  if (record.live) faults.push("the call is still live in the CRM");
  if (!expects.ending.includes(record.ending ?? "none"))
    faults.push(`ended as ${record.ending}, expected ${expects.ending.join(" or ")}`);

  const caller = record.turns.filter((turn) => turn.speaker === "caller");
  const { count, atLeast } = expects.callerTurns;
  if (atLeast ? caller.length < count : caller.length !== count)
    faults.push(`${caller.length} caller turns, expected ${count}`);
  const missing = missingInOrder(
    expects.understood ?? [],
    caller.map((turn) => turn.text),
  );
  if (missing) faults.push(`not understood, or not in order: "${missing}"`);
  const lost = lostWords(phone, caller.map((turn) => turn.text).concat(record.recording_transcript ?? ""));
  if (lost.length > 0) faults.push(`words said to the agent that are nowhere: ${lost.join(" ")}`);
  const verbs = verbsOf(phone).join(", ");
  if (expects.verbs && verbs !== expects.verbs.join(", "))
    faults.push(`the phone network was told ${verbs}, expected ${expects.verbs.join(", ")}`);
  const agent = record.turns.filter((turn) => turn.speaker === "agent");
  const unheard = missingInOrder(
    expects.heard ?? [],
    agent.map((turn) => turn.heard_text),
  );
  if (unheard) faults.push(`not heard, or not in order: "${unheard}"`);
  if (!agent[0]?.heard_text) faults.push("the greeting was not heard");
  if (expects.interrupted && !agent.some((turn) => turn.interrupted && turn.heard_text.length < turn.text.length))
    faults.push("no agent turn was cut off");
  if (expects.uninterrupted && agent.some((turn) => turn.interrupted || turn.heard_text !== turn.text))
    faults.push("something stopped the agent");
  if (expects.sentiment && record.sentiment !== expects.sentiment)
    faults.push(`the caller's mood is kept as ${record.sentiment}, expected ${expects.sentiment}`);
  if (expects.task && record.tasks.length === 0) faults.push("no task came of the call");
  if (record.ending === "agent_said_goodbye" && agent.at(-1)?.heard_text !== agent.at(-1)?.text)
    faults.push("the goodbye was not heard to its end");
  return faults;
}

/** The first verb of each answer, without repeats. A sentence is played where its file was there in time, else said. */
function verbsOf(phone: PhoneRecord): string[] {
  const first = phone.log.flatMap((entry) =>
    entry.kind === "twiml" && Array.isArray(entry.verbs) ? [String(entry.verbs[0])] : [],
  );
  const verbs = first.map((verb) => (verb === "Play" ? "Say" : verb));
  return verbs.filter((verb, at) => verb !== verbs[at - 1]);
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

function missingInOrder(words: string[], texts: string[]): string | null {
  let at = 0;
  for (const word of words) {
    const found = texts.findIndex((text, index) => index >= at && text.includes(word));
    if (found < 0) return word;
    at = found;
  }
  return null;
}
