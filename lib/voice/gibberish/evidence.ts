import type { Transcript } from "#lib/providers/stt/types.ts";

/** How a piece of audio sounded, over the windows that the detector took for speech. */
export interface Sound {
  /** How much of it was speech. */
  voicedMs: number;
  /** From the first to the last window that was speech, pauses inside included. */
  durationMs: number;
  /** Level (RMS); 0 dB is full scale. */
  meanDbfs: number;
  /** The loudest window's level. */
  peakDbfs: number;
}

/** Everything there is to judge a transcript by. What is not known is null: each recogniser tells other things. */
export interface Evidence extends Transcript {
  /** Null where only the text reached us. */
  sound: Sound | null;
}
