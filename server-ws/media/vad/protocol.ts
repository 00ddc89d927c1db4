/** What the main thread and the detector's thread say to each other. */

/** One batch: the next 32 ms of each named call, back to back. Answered by one `VadScores`, in the same order. */
export interface VadBatch {
  type: "batch";
  /** The calls' slots; each at most once, because a call's frames depend on each other. */
  slots: Uint32Array<ArrayBuffer>;
  /** Raw mu-law, FRAME_SAMPLES bytes for each slot. */
  frames: Uint8Array<ArrayBuffer>;
  /** Slots that are gone: their state can be forgotten. */
  closed: number[];
}

export interface VadScores {
  type: "scores";
  /** Probability of speech, one for each slot of the batch. */
  probabilities: Float32Array<ArrayBuffer>;
  /** How long the inference took. */
  tookMs: number;
}

export type FromWorker = { type: "ready" } | VadScores;

/** 32 ms at 8 kHz: the only frame size that Silero v5 takes at this rate. */
export const FRAME_SAMPLES = 256;
/** More calls than this at once go into a second batch. */
export const MAX_BATCH = 128;
