import type { Figure } from "./figure.ts";

/** What can be said behind the names. */
export interface BenchOptions {
  /** For `vad`: a folder of annotated recordings. */
  corpus?: string;
  /** For `call.soak`: how long calls begin and end. */
  minutes?: number;
}

/** What a group of measurements is given. */
export interface Bench {
  /** Tells the operator what goes on; not a result. */
  note(line: string): void;
  /** A figure is known. */
  figure(figure: Figure): void;
  /** Keeps what a figure was made of, for the results file. */
  raw(name: string, samples: unknown): void;
  /** The operator wants to stop. */
  signal: AbortSignal;
  options: BenchOptions;
}

export type Group = (bench: Bench) => Promise<void>;
