/** The conversation for a terminal: who said what and when, and how long each answer took. */
import type { CrmCall, CrmTurn } from "./crm.ts";
import type { PhoneRecord } from "./phone.ts";
import type { Scenario } from "./scenarios/scenario.ts";

export function printReport(scenario: Scenario, phone: PhoneRecord, record: CrmCall | null, faults: string[]): void {
  console.log(`\n${scenario.name}: ${phone.from} -> ${phone.to}  ${phone.callSid}\n`);
  for (const turn of record?.turns ?? []) printTurn(turn);
  console.log("");
  const measured = answersOnTheLine(phone);
  if (measured.length > 0)
    console.log(
      `on the line, true end of speech -> voice heard: ${measured.map((ms) => `${Math.round(ms)} ms`).join(", ")}`,
    );
  if (record) {
    console.log(
      `kept: ${record.status}, ${record.ending ?? "no ending"}, ${record.duration_s} s, median ${record.voice_to_voice_ms ?? "-"} ms`,
    );
    console.log(`customer: ${record.customer_name ?? record.from ?? "withheld"} (${record.customer_id ?? "none"})`);
    if (record.sentiment !== null) console.log(`mood: ${record.sentiment}`);
    for (const task of record.tasks) console.log(`task: ${task.title}`);
    if (record.recording_transcript !== null)
      console.log(`message: ${record.recording_transcript || "(not understood)"}`);
  }
  console.log(
    faults.length === 0
      ? "\nnothing refused, nothing lost"
      : `\nFAULTS:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`,
  );
}

function printTurn(turn: CrmTurn): void {
  const at = `${(turn.at_ms / 1000).toFixed(1).padStart(6)}s`;
  const who = turn.speaker === "caller" ? "caller" : "agent ";
  const unheard = turn.text.slice(turn.heard_text.length).trim();
  const heard = turn.speaker === "agent" && unheard !== "" ? `${turn.heard_text} [not heard: ${unheard}]` : turn.text;
  console.log(`${at}  ${who}  ${heard}`);
  for (const tool of turn.tools) console.log(`                 (${tool.name})`);
  if (turn.voice_to_voice_ms !== null)
    console.log(
      `                 ${turn.voice_to_voice_ms} ms = endpoint ${turn.endpoint_ms} + transcript ${turn.t_audio_ms} + thought ${turn.t_nlp_ms} + voice ${turn.t_tts_ms}`,
    );
}

/** From the phone's own log: each true end of the caller's speech to the next voice that could be heard, ms. */
export function answersOnTheLine(phone: PhoneRecord): number[] {
  const answers: number[] = [];
  let endedAt: number | null = null;
  for (const entry of [...phone.log].sort((a, b) => a.at - b.at)) {
    if (entry.kind === "caller_speech_start") endedAt = null;
    if (entry.kind === "caller_speech_end") endedAt = entry.at;
    if (entry.kind === "agent_speech_start" && endedAt !== null) {
      answers.push(entry.at - endedAt);
      endedAt = null;
    }
  }
  return answers;
}
