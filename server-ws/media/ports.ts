/** What a media stream needs from the rest of the product; wiring.ts connects it, tests hand in their own. */
import type { ClaimedCall } from "#lib/calls/claim-stream.ts";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import type { Clock, Line, SpeechDetector, Utterance } from "#lib/voice/ports.ts";
import type { Ending, SessionEvent } from "#lib/voice/turns.ts";

/** The part of CallSession that a stream uses. */
export interface Conversation {
  start(history: readonly Utterance[]): void;
  onAudio(mulaw: Uint8Array): void;
  onMark(name: string): void;
  onDtmf(digit: string): void;
  /** Frees everything. Settles when the caller's last words, too, have been told as an event. */
  end(ending: Ending): Promise<void>;
}

export interface ConversationParts {
  call: ClaimedCall;
  clock: Clock;
  line: Line;
  detector: SpeechDetector;
  /** What is known by now of what was said on earlier streams. Never rejects. */
  recall(): Promise<Utterance[]>;
  events(event: SessionEvent): void;
}

export interface MediaPorts {
  /** The call that a stream says to be; null when its token is not good. */
  claim(start: { callSid: string; token: string }): Promise<ClaimedCall | null>;
  /** There is no room for this stream: its call goes on without one. */
  turnAway(start: { callSid: string; token: string }): Promise<void>;
  /** Prepares the talk of one call: its persona, ears, voice and brain. */
  converse(parts: ConversationParts): Promise<Conversation>;
  /** What is known by now of what was said on the call's earlier streams. */
  recall(call: ClaimedCall): Promise<Utterance[]>;
  /** Keeps a turn as it stands now. Repeating it is safe. */
  keepTurn(call: ClaimedCall, turn: TurnView): Promise<void>;
  /** Keeps how the stream ended; before it is closed, because the network asks at once what is next. */
  keepEnding(call: ClaimedCall, ending: Ending): Promise<void>;
  hangUp(call: ClaimedCall): Promise<void>;
  /** False when the call has already ended. */
  transfer(call: ClaimedCall, to: string): Promise<boolean>;
}
