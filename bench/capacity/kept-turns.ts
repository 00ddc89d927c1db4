/** What the product has kept of the callers' turns, read from its own database as its owner. */
import postgres from "postgres";
import { readRunning } from "../../scripts/supervisor/running.ts";
import { type TurnKey, turnIn } from "./doubles/code.ts";

export interface KeptTurn extends TurnKey {
  callSid: string;
  /** The product's own figure of the answer to it; null when it was not answered. */
  voiceToVoiceMs: number | null;
}

/** The turns of these calls in which the caller said a code. */
export async function keptTurns(dataDir: string, callSids: readonly string[]): Promise<KeptTurn[]> {
  const sql = postgres(readRunning(dataDir).databaseUrl, { max: 1 });
  try {
    const rows = await sql<{ call_sid: string; text: string; answer_ms: number | null }[]>`
      select c.call_sid, t.text,
        (select a.voice_to_voice_ms from turn a where a.call_id = t.call_id and a.speaker = 'agent' and a.index > t.index
          order by a.index limit 1) as answer_ms
      from turn t join call c on c.id = t.call_id
      where c.call_sid = any(${[...callSids]}) and t.speaker = 'caller'`;
    return rows.flatMap(({ call_sid: callSid, text, answer_ms: voiceToVoiceMs }) => {
      const key = turnIn(text);
      return key === undefined ? [] : [{ ...key, callSid, voiceToVoiceMs }];
    });
  } finally {
    await sql.end();
  }
}
