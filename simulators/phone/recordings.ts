/** The recordings that `<Record>` made, kept as the mu-law that the caller really sent. */

import { newSid } from "../twilio/ids.ts";
import { durationMs } from "./audio/mulaw.ts";

export interface Recording {
  sid: string;
  callSid: string;
  audio: Uint8Array;
  /** Epoch milliseconds. */
  startedAt: number;
  durationS: number;
}

// Half an hour of speech is 14 MB; old ones go so that a long bench does not fill the memory.
const CAPACITY = 500;

export class Recordings {
  #bySid = new Map<string, Recording>();

  add(callSid: string, audio: Uint8Array, startedAt: number): Recording {
    const durationS = Math.max(1, Math.round(durationMs(audio) / 1000));
    const recording = { sid: newSid("RE"), callSid, audio, startedAt, durationS };
    this.#bySid.set(recording.sid, recording);
    for (const sid of this.#bySid.keys()) {
      if (this.#bySid.size <= CAPACITY) break;
      this.#bySid.delete(sid);
    }
    return recording;
  }

  get(sid: string): Recording | undefined {
    return this.#bySid.get(sid);
  }

  /** False when there is no such recording. */
  delete(sid: string): boolean {
    return this.#bySid.delete(sid);
  }

  all(): Recording[] {
    return [...this.#bySid.values()];
  }
}
