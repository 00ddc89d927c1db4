/** Records of calls for tests: a phone's and the CRM's, as little of them as a test is about. */
import type { CrmCall, CrmTurn } from "../crm.ts";
import type { LogEntry, PhoneRecord } from "../phone.ts";

export function crmTurn(turn: Partial<CrmTurn>): CrmTurn {
  return {
    ...{ speaker: "agent", text: "", heard_text: "", at_ms: 0, end_ms: null, interrupted: false },
    ...{ tools: [], troubles: [], endpoint_ms: null, t_audio_ms: null, t_nlp_ms: null, t_tts_ms: null },
    voice_to_voice_ms: null,
    ...turn,
  };
}

export function crmCall(turns: Partial<CrmTurn>[], call: Partial<CrmCall> = {}): CrmCall {
  return {
    ...{ id: "1", call_sid: "CA1", status: "completed", live: false, from: null, customer_id: null },
    ...{ customer_name: null, duration_s: 5, ending: null, sentiment: null, summary: null, recording_transcript: null },
    ...{ want: null, score: null, insight: null },
    ...{ voice_to_voice_ms: null, stream_failures: 0, stream_cuts: [], rung: "stream", tasks: [] },
    ...call,
    turns: turns.map(crmTurn),
  };
}

export function phoneRecord(log: LogEntry[], phone: Partial<PhoneRecord> = {}): PhoneRecord {
  return {
    ...{ callSid: "CA1", from: "", to: "", status: "completed", endedBy: "caller", errors: [] },
    frames: { sent: 0, late: 0, maxLateMs: 0 },
    ...phone,
    log,
  };
}
