/** What the caller hears: a buffer that is played in real time, with the marks that lie in it. */
import { now } from "../common/http.ts";
import { bytesOfMs, durationMs, FRAME_BYTES, FRAME_MS, isAudible, SILENCE_BYTE } from "./audio/mulaw.ts";
import type { AudioSource, CallLog } from "./call-log.ts";

/** A gap shorter than this is a pause between sentences, not the end of what the agent says. */
const SPEECH_GAP_MS = 500;
/** A gap between words, within which somebody is still speaking. */
const BREATH_MS = 200;

interface Mark {
  position: number;
  name: string;
  reached: (cleared: boolean) => void;
}

export class AgentLine {
  readonly #log: CallLog;
  #chunks: Uint8Array[] = [];
  #chunkOffset = 0;
  #received = 0;
  #played = 0;
  #marks: Mark[] = [];
  #source: AudioSource = "stream";
  #waitingSince: number | null = null;
  #playing = false;
  #frame = 0;
  #quietFrame: number | null = null;
  #lastAudible: { frame: number; at: number } | null = null;
  #speechStartedFrame: number | null = null;
  #audibleFrames = 0;

  /** Set when something audible was played; the caller unsets it after speaking. */
  heardSinceLastSpeech = false;

  constructor(log: CallLog) {
    this.#log = log;
  }

  get bufferedMs(): number {
    return (this.#received - this.#played) / bytesOfMs(1);
  }

  /** How long nothing audible has been played; Infinity when there never was anything. */
  get quietMs(): number {
    return this.#lastAudible ? (this.#frame - this.#lastAudible.frame) * FRAME_MS : Number.POSITIVE_INFINITY;
  }

  /** How long the agent has been speaking in one go; 0 when it is not speaking now. */
  get speakingMs(): number {
    if (this.#speechStartedFrame === null || !this.#lastAudible || this.quietMs > BREATH_MS) return 0;
    return (this.#lastAudible.frame - this.#speechStartedFrame + 1) * FRAME_MS;
  }

  /** Adds mu-law of any length to what will be played. */
  push(bytes: Uint8Array, source: AudioSource): void {
    if (bytes.length === 0) return;
    if (this.#received === this.#played) {
      this.#waitingSince ??= now();
      this.#source = source;
    }
    this.#chunks.push(bytes);
    this.#received += bytes.length;
  }

  /** `reached(false)` when everything before the mark has been played (at once when nothing is left), true on clear. */
  mark(name: string, reached: (cleared: boolean) => void): void {
    if (this.#received === this.#played) reached(false);
    else this.#marks.push({ position: this.#received, name, reached });
  }

  /** Throws away what has not been played, and lets the marks in it go. */
  clear(): { droppedMs: number; marks: string[] } {
    const droppedMs = this.bufferedMs;
    const marks = this.#marks;
    this.#chunks = [];
    this.#chunkOffset = 0;
    this.#played = this.#received;
    this.#waitingSince = null;
    this.#marks = [];
    for (const mark of marks) mark.reached(true);
    return { droppedMs, marks: marks.map((mark) => mark.name) };
  }

  /** Plays a clip to its end; an abort silences it and rejects with the signal's reason. */
  play(bytes: Uint8Array, source: AudioSource, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.clear();
        reject(signal.reason);
      };
      signal.addEventListener("abort", stop, { once: true });
      this.push(bytes, source);
      this.mark("", () => {
        signal.removeEventListener("abort", stop);
        resolve();
      });
    });
  }

  /** The next 20 ms, null when there is nothing to play. */
  nextFrame(deadline: number): Uint8Array | null {
    this.#frame += 1;
    const frame = this.#take();
    if (frame && !this.#playing) this.#logStart(deadline);
    if (!frame && this.#playing) {
      this.#playing = false;
      this.#quietFrame = this.#frame;
      this.#log.add({ kind: "agent_quiet" }, deadline);
    }
    this.#followSpeech(frame, deadline);
    return frame;
  }

  /** Lets the marks go whose audio has now been played. Called after the frame has been heard. */
  reachMarks(): void {
    while (this.#marks[0] && this.#marks[0].position <= this.#played) this.#marks.shift()?.reached(false);
  }

  #take(): Uint8Array | null {
    const available = Math.min(FRAME_BYTES, this.#received - this.#played);
    if (available === 0) return null;
    const first = this.#chunks[0];
    if (first && first.length - this.#chunkOffset >= FRAME_BYTES) {
      const frame = first.subarray(this.#chunkOffset, this.#chunkOffset + FRAME_BYTES);
      this.#advance(FRAME_BYTES);
      return frame;
    }
    const frame = new Uint8Array(FRAME_BYTES).fill(SILENCE_BYTE);
    for (let filled = 0; filled < available; ) {
      const chunk = this.#chunks[0];
      if (!chunk) break;
      const part = chunk.subarray(this.#chunkOffset, this.#chunkOffset + available - filled);
      frame.set(part, filled);
      filled += part.length;
      this.#advance(part.length);
    }
    return frame;
  }

  #advance(bytes: number): void {
    this.#played += bytes;
    this.#chunkOffset += bytes;
    if (this.#chunkOffset >= (this.#chunks[0]?.length ?? 0)) {
      this.#chunks.shift();
      this.#chunkOffset = 0;
    }
  }

  #logStart(deadline: number): void {
    const gapMs = this.#quietFrame === null ? -1 : (this.#frame - this.#quietFrame) * FRAME_MS;
    const arrivedAt = this.#waitingSince ?? deadline;
    this.#waitingSince = null;
    this.#playing = true;
    // A late ticker must not make audio be heard before it came.
    const playAt = Math.max(deadline, arrivedAt);
    this.#log.add({ kind: "agent_audio", arrivedAt, playAt, gapMs, source: this.#source }, playAt);
  }

  #followSpeech(frame: Uint8Array | null, deadline: number): void {
    if (frame && isAudible(frame)) {
      if (this.#speechStartedFrame === null) {
        this.#speechStartedFrame = this.#frame;
        this.#audibleFrames = 0;
        this.#log.add({ kind: "agent_speech_start" }, deadline);
      }
      this.#audibleFrames += 1;
      this.#lastAudible = { frame: this.#frame, at: deadline };
      this.heardSinceLastSpeech = true;
    } else if (this.#speechStartedFrame !== null && this.#lastAudible && this.quietMs >= SPEECH_GAP_MS) {
      this.#speechStartedFrame = null;
      const audibleMs = durationMs({ length: this.#audibleFrames * FRAME_BYTES });
      this.#log.add({ kind: "agent_speech_end", audibleMs }, this.#lastAudible.at);
    }
  }
}
