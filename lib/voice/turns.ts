/** What a call session tells about itself while it goes on. */
import type { CallAction, ToolUse } from "./ports.ts";

/** All times are milliseconds. Steps that overlap (thinking before it is decided) add up to more than the whole. */
export interface TurnMetrics {
  /** End of the caller's speech as the detector places it -> we decided that the turn is over. */
  endpointMs: number;
  /** Decided -> final transcript (0 when the transcript was there before). */
  tAudioMs: number;
  /** The brain was asked -> first sentence; may begin and end before the decision. */
  tNlpMs: number;
  /** First sentence -> its first audio byte was there, whether or not it was time to send it. */
  tTtsMs: number;
  /** End of speech as placed -> first frame of the substantive answer sent. */
  voiceToVoiceMs: number;
}

/**
 * What went wrong in an answer: the fixed script answered for the model, some of the model's words were kept from the
 * caller, the model failed, another voice stepped in or a sentence was lost, no word could be made out because the
 * recogniser failed.
 */
export type TurnTrouble = "fallback" | "nonsense" | "model" | "voice" | "transcription";

export interface CallerTurn {
  speaker: "caller";
  index: number;
  text: string;
  /** Mean probability of the words; 0 when it is doubtful whether they were said: then nobody was given them to answer. */
  confidence: number | null;
  /** Since the start of the call. */
  atMs: number;
  endMs: number;
}

export interface AgentTurn {
  speaker: "agent";
  index: number;
  /** Everything that was said into the line. */
  text: string;
  /** What the caller heard of it, as the marks tell. */
  heardText: string;
  /** First frame sent, since the start of the call. */
  atMs: number;
  interrupted: boolean;
  tools: ToolUse[];
  /** Each at most once. */
  troubles: TurnTrouble[];
  /** Null for what is not an answer: the greeting, a reminder after silence. */
  metrics: TurnMetrics | null;
}

export type Turn = CallerTurn | AgentTurn;

/**
 * Why a stream failed: it was not let in or never began, the socket broke, brought nothing, is not read or brings nonsense;
 * the server stops, no voice is left, the recogniser has failed, a transfer was not taken, a mistake of ours.
 */
export type StreamCut =
  | "not_begun"
  | "line_broke"
  | "line_silent"
  | "line_stuck"
  | "bad_frames"
  | "server_stopped"
  | "no_voice"
  | "not_hearing"
  | "transfer_failed"
  | "internal";

export type Ending =
  | { kind: "caller_hung_up" }
  | { kind: "agent_said_goodbye" }
  | { kind: "caller_silent" }
  | { kind: "transferred"; to: string }
  /** `detail` is for the log. `lasting`: another stream would fail in the same way. */
  | { kind: "stream_failed"; reason: StreamCut; detail?: string; lasting?: true };

export type SessionEvent =
  | { type: "caller_speaking" }
  /** The whole turn as it stands now; comes again with the same index whenever it grew. `final`: it grows no more. */
  | { type: "turn"; turn: Turn; final: boolean }
  /** Everything said was heard: now do this to the call, and pass `ending` to `end` when the stream closes. */
  | { type: "action"; action: CallAction; ending: Ending }
  /** No voice is left, or no ears: end the stream, and the network speaks and listens. */
  | { type: "stream_failed"; ending: Ending }
  | { type: "trouble"; step: "transcription" | "model" | "voice"; error: unknown };

/** How the call ends by this action; `forSilence`: because nobody spoke any more. */
export function endingOf(action: CallAction, forSilence: boolean): Ending {
  switch (action.kind) {
    case "hang_up":
      return forSilence ? { kind: "caller_silent" } : { kind: "agent_said_goodbye" };
    case "transfer":
      return { kind: "transferred", to: action.to };
    case "record":
      return { kind: "stream_failed", reason: "internal", lasting: true };
    default:
      return action satisfies never;
  }
}
