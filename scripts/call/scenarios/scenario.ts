/** What a scenario is: what a caller does, and what must come of it. */
import type { StepInput } from "#simulators/phone/script.ts";
import type { Circumstances } from "../circumstances.ts";
import type { VendorFaults } from "../faults.ts";
import type { Strike } from "../strikes.ts";

export interface Scenario {
  name: string;
  script: StepInput[];
  /** It takes so many minutes that `npm test` leaves it out; `npm run call` does not. */
  takesMinutes?: number;
  /** The caller's number is withheld. */
  withheld?: boolean;
  /** The business takes this call turn by turn, without a media stream. */
  withoutStream?: boolean;
  /** The business takes one call over a stream, and who does this has it when the call comes in. */
  onlyStreamTakenBy?: StepInput[];
  /** How it must be around the call. */
  circumstances?: Circumstances;
  /** What befalls the product itself: the call is alone then, after the others, and `npm test` leaves it out. */
  strike?: Strike;
  /** What goes wrong at the vendors, for this call alone. */
  faults?: VendorFaults;
  expects: {
    /** How the call is kept to have ended. */
    ending: string[];
    /** Caller turns that must be there; more is allowed only when `atLeast`. */
    callerTurns: { count: number; atLeast?: boolean };
    /** Words that the caller's turns must contain, in order: what was said must have been understood. */
    understood?: string[];
    /** What the recogniser could not hear, once for each time: nobody can have kept its words. */
    unrecognised?: string[];
    /** Words of the agent that the caller must have heard, in order. */
    heard?: string[];
    /** Nothing of the conversation could be kept, but for the message that was left. */
    onlyMessageKept?: boolean;
    /** Words that the agent must not have said. */
    unsaid?: string[];
    /** What the phone network was told to do, in order: the first verb of each answer, repeats left out. */
    verbs?: string[];
    /** Errors that the phone network reports although the call goes well. */
    reported?: number[];
    /** An agent turn was cut off, and what was not heard is known. */
    interrupted?: boolean;
    /** Nothing stopped the agent: every turn of it was heard to its end. */
    uninterrupted?: boolean;
    /** A sound without words paused the agent on a stream at least once, and each time its voice went on by itself. */
    pausedBySound?: boolean;
    /** How long the caller may hear nothing after words on a stream; 2500 when it is left out. */
    silenceMs?: number;
    /** What went wrong behind the answers, as the staff see it: each of these at least once, and nothing else. */
    troubles?: string[];
    /** Why the line was cut, each time, and how the call went on, as the staff see it. */
    line?: { cuts: string[]; rung: string };
    /** The caller's mood, as the staff are told. */
    sentiment?: string;
    /** What became of the call was written down. */
    summary?: boolean;
    /** What the caller wants ("rent"), as the staff are told. */
    want?: string;
    /** The details that the staff find, each with what its value must say. */
    facts?: Partial<Record<"area" | "rooms" | "budget" | "when", RegExp>>;
    /** How promising the call is held to be, both ends included. */
    score?: { from: number; to: number };
    /** Whether the caller asked to meet. */
    appointment?: boolean;
    /** A task for the staff came of it. */
    task?: boolean;
  };
}
