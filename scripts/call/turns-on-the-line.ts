/** Where the agent's turns of the CRM are on the phone's own clock. */
import type { CrmCall, CrmTurn } from "./crm.ts";
import { eventsOf, type LineEvent } from "./line-events.ts";

export interface TurnOnTheLine {
  turn: CrmTurn;
  /** When it began. */
  at: number;
  /** Its sounds lie between these; also a word that bridged the wait for it. */
  from: number;
  to: number;
}

/** A turn's time and its sound are measured by two clocks. */
const SLACK_MS = 300;

/** The first turn, the greeting, is the first sound on the line; the others are placed by it. */
export function agentTurnsOnTheLine(events: readonly LineEvent[], record: CrmCall | null): TurnOnTheLine[] {
  const turns = record?.turns.filter(({ speaker }) => speaker === "agent") ?? [];
  const [greeting] = turns;
  const [firstSound] = eventsOf(events, "agent_audio");
  if (!greeting || !firstSound) return [];
  const begun = turns.map(({ at_ms }) => firstSound.at + at_ms - greeting.at_ms);
  const words = eventsOf(events, "caller_speech_end");
  const starts = begun.map((at, nth) => {
    const last = words.findLast((end) => end.at < at && end.at > (begun[nth - 1] ?? Number.NEGATIVE_INFINITY));
    return Math.min(at - SLACK_MS, last?.at ?? at);
  });
  return turns.map((turn, nth) => ({
    turn,
    at: begun[nth] ?? 0,
    from: starts[nth] ?? 0,
    to: starts[nth + 1] ?? Number.POSITIVE_INFINITY,
  }));
}
