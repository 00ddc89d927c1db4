/** What comes next for a caller, whatever rung of the ladder the call stands on. `twiml.ts` says it to the network. */
import type { GatheredAnswer } from "./schemas/gathered.ts";

/** In whose voice a sentence is said outside a stream. */
export interface Speaker {
  businessId: string;
  /** The vendor's name of the voice; null = the best Hebrew one. */
  voice: string | null;
  /** The call whose last turn the sentence is; null for one that is no turn. */
  callId: string | null;
}

export type NextStep =
  | { kind: "hang_up" }
  /** The agent takes the call over a media stream; `failures` is how many streams of this call have failed before it. */
  | { kind: "stream"; businessId: string; callToken: string; failures: number }
  /** Without a stream. `callerId` is what the other side of a transfer sees. */
  | { kind: "answer"; by: Speaker; answer: GatheredAnswer; callerId: string };

/** What is said meanwhile, and whose answer is asked for after it: the turn, by the network's name for its request. */
export interface Meanwhile {
  text: string;
  turn: string;
  /** So many times something was said meanwhile, this one included. */
  words: number;
}
