import type { TurnView } from "#lib/calls/schemas/views.ts";
import type { Turn, TurnMetrics } from "#lib/voice/turns.ts";

/** A turn as it is kept. The conversation already numbers and times it over the whole call, whatever streams it took. */
export function toTurnView(turn: Turn): TurnView {
  const { index } = turn;
  const atMs = Math.round(turn.atMs);
  switch (turn.speaker) {
    case "caller":
      return {
        ...nothingMeasured,
        index,
        atMs,
        speaker: "caller",
        text: turn.text,
        heardText: turn.text,
        endMs: Math.round(turn.endMs),
        confidence: turn.confidence,
        interrupted: false,
        tools: [],
        troubles: [],
      };
    case "agent":
      return {
        ...(turn.metrics ? rounded(turn.metrics) : nothingMeasured),
        index,
        atMs,
        speaker: "agent",
        text: turn.text,
        heardText: turn.heardText,
        endMs: null,
        confidence: null,
        interrupted: turn.interrupted,
        tools: turn.tools,
        troubles: turn.troubles,
      };
    default:
      return turn satisfies never;
  }
}

const nothingMeasured = { endpointMs: null, tAudioMs: null, tNlpMs: null, tTtsMs: null, voiceToVoiceMs: null };

function rounded({ endpointMs, tAudioMs, tNlpMs, tTtsMs, voiceToVoiceMs }: TurnMetrics): TurnMetrics {
  return {
    endpointMs: Math.round(endpointMs),
    tAudioMs: Math.round(tAudioMs),
    tNlpMs: Math.round(tNlpMs),
    tTtsMs: Math.round(tTtsMs),
    voiceToVoiceMs: Math.round(voiceToVoiceMs),
  };
}
