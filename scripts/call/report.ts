/** The conversation for a terminal: who said what and when, and how long each answer took. */
import type { CrmCall, CrmTurn } from "./crm.ts";
import type { PhoneRecord } from "./phone.ts";
import type { Played } from "./play.ts";

export function printReport({ scenario, phone, record, faults }: Played): void {
  console.log(`\n${scenario.name}: ${phone.from} -> ${phone.to}  ${phone.callSid}\n`);
  console.log(`${conversationOf(record)}\n`);
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
    if (record.want !== null) console.log(`want: ${record.want}, score ${record.score ?? "none"}`);
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

/** One line for a scenario that went as it should; for the others also what was expected, and what was said. */
export function outcomeOf({ scenario, phone, record, faults }: Played): string {
  const answered = phone.log.find(({ kind }) => kind === "answered")?.at;
  const over = phone.log.find(({ kind }) => kind === "hangup")?.at;
  const seconds = answered && over ? Math.round((over - answered) / 1000) : 0;
  if (faults.length === 0) return `✓ ${scenario.name} (${seconds} s)`;
  const lines = [...faults.map((fault) => `- ${fault}`), ...conversationOf(record).split("\n")];
  return [`✗ ${scenario.name} (${seconds} s) ${phone.callSid}`, ...lines.map((line) => `    ${line}`)].join("\n");
}

function conversationOf(record: CrmCall | null): string {
  return record?.turns.flatMap(turnLines).join("\n") ?? "(the CRM knows nothing of it)";
}

function turnLines(turn: CrmTurn): string[] {
  const at = `${(turn.at_ms / 1000).toFixed(1).padStart(6)}s`;
  const who = turn.speaker === "caller" ? "caller" : "agent ";
  const unheard = turn.text.slice(turn.heard_text.length).trim();
  const heard = turn.speaker === "agent" && unheard !== "" ? `${turn.heard_text} [not heard: ${unheard}]` : turn.text;
  const { voice_to_voice_ms: whole, endpoint_ms, t_audio_ms, t_nlp_ms, t_tts_ms } = turn;
  const below = [
    ...turn.tools.map(({ name }) => `(${name})`),
    ...turn.troubles.map((trouble) => `(trouble: ${trouble})`),
    ...(whole === null
      ? []
      : [`${whole} ms = endpoint ${endpoint_ms} + transcript ${t_audio_ms} + thought ${t_nlp_ms} + voice ${t_tts_ms}`]),
  ];
  return [`${at}  ${who}  ${heard}`, ...below.map((line) => `${" ".repeat(17)}${line}`)];
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
