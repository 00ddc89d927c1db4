/** What a scenario is: what a caller does, and what must come of it. */
import type { StepInput } from "#simulators/phone/script.ts";
import type { VendorFaults } from "../faults.ts";

export interface Scenario {
  name: string;
  script: StepInput[];
  /** Nobody picks up where the call is transferred to. */
  nobodyAnswers?: boolean;
  /** The business takes its calls turn by turn, without a media stream. */
  withoutStream?: boolean;
  /** What goes wrong at the vendors meanwhile. */
  faults?: VendorFaults;
  expects: {
    /** How the call is kept to have ended. */
    ending: string[];
    /** Caller turns that must be there; more is allowed only when `atLeast`. */
    callerTurns: { count: number; atLeast?: boolean };
    /** Words that the caller's turns must contain, in order: what was said must have been understood. */
    understood?: string[];
    /** Words of the agent that the caller must have heard, in order. */
    heard?: string[];
    /** What the phone network was told to do, in order: the first verb of each answer, repeats left out. */
    verbs?: string[];
    /** An agent turn was cut off, and what was not heard is known. */
    interrupted?: boolean;
    /** Nothing stopped the agent: every turn of it was heard to its end. */
    uninterrupted?: boolean;
    /** The caller's mood, as the staff are told. */
    sentiment?: string;
    /** A task for the staff came of it. */
    task?: boolean;
  };
}
