/**
 * What a call session needs from outside. The session itself knows no socket, no database, no vendor and no
 * real time: everything that moves is handed in here, so that a test can drive minutes of talk in milliseconds.
 */

import type { TranscriptionStream } from "#lib/providers/stt/types.ts";
import type { SpeechSynthesizer } from "#lib/providers/tts/types.ts";

export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  setTimer(delayMs: number, run: () => void): Timer;
}

export interface Timer {
  cancel(): void;
}

/** The way to the caller's ear. Audio is raw mu-law 8 kHz; the far side buffers and plays it in real time. */
export interface Line {
  send(audio: Uint8Array): void;
  /** Comes back through CallSession.onMark when everything sent before it was played, or was cleared. */
  mark(name: string): void;
  clear(): void;
}

/** Says how likely each 32 ms (256 samples) of one caller's audio is speech. Answers in order, some ms later. */
export interface SpeechDetector {
  /** Raw mu-law as it arrives, any length. `atSample` results count from the first sample pushed. */
  push(mulaw: Uint8Array): void;
  onProbability(listener: (probability: number, endSample: number) => void): void;
  close(): void;
}

export type BrainEvent =
  /** A piece of what to say, as the model writes it. */
  | { type: "text"; delta: string }
  /** A tool has run. */
  | { type: "tool"; use: ToolUse }
  /** What to do when everything said so far has been heard. */
  | { type: "then"; action: CallAction }
  /** Something failed that the caller does not notice: somebody else answers, or nonsense was kept from them. */
  | { type: "trouble"; trouble: "fallback" | "nonsense"; error: unknown };

export interface ToolUse {
  name: string;
  /** What went in, as parsed. */
  input: Record<string, unknown>;
  /** What came out, as the model was told it. */
  output: Record<string, unknown>;
  tookMs: number;
}

export type CallAction =
  | { kind: "hang_up" }
  | { kind: "transfer"; to: string }
  /** We cannot keep what is said: the network goes on with the call, and records a message where it has to. */
  | { kind: "record" };

/** One utterance of the conversation so far; of the agent's only what the caller heard. */
export interface Utterance {
  speaker: "caller" | "agent";
  text: string;
  tools: ToolUse[];
}

/**
 * The one brain for voice and text. Aborting the signal stops the model. A caller who has perhaps finished is thought about
 * before that is sure: until `decided` settles nothing may be done, only said; then, if the signal was not aborted, tools
 * may run.
 */
export interface Brain {
  reply(history: readonly Utterance[], signal: AbortSignal, decided: Promise<void>): AsyncIterable<BrainEvent>;
}

export interface SpokenPhrase {
  text: string;
  /** Raw mu-law, rendered ahead; null when it has to be rendered now. */
  audio: Uint8Array | null;
}

export interface CallPorts {
  clock: Clock;
  line: Line;
  detector: SpeechDetector;
  ears: TranscriptionStream;
  voice: Pick<SpeechSynthesizer, "synthesize">;
  brain: Brain;
}
