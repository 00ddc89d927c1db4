/** A caller who says the same sentence again and again, and waits for each answer. */
import { markAudio, turnInAudio } from "./code.ts";
import { Line } from "./line.ts";
import { now } from "./notes.ts";

const FRAME_BYTES = 160;
const SILENCE = Buffer.alloc(FRAME_BYTES, 0xff).toString("base64");
/** After the agent's last sound, before the next sentence. */
const BREATH_MS = 300;
/** Nobody waits longer for an answer. */
const PATIENCE_MS = 15_000;

export interface SpokenTurn {
  turn: number;
  /** The true end of speech and the first frame of the answer, epoch milliseconds; null when none came. */
  endAt: number;
  heardAt: number | null;
  /** The most that a frame went out late, from the turn's first until its answer came. */
  lateMs: number;
}

type State =
  | { kind: "listening"; since: number }
  | { kind: "speaking"; frame: number }
  | { kind: "waiting" }
  | { kind: "over" };

export interface CallerOptions {
  call: number;
  turns: number;
  /** What they say: raw mu-law, whole frames. */
  phrase: Buffer;
  over: () => void;
}

export class Caller {
  readonly spoken: SpokenTurn[] = [];
  /** The stream was closed before the caller was done. */
  cutOff = false;
  readonly #options: CallerOptions;
  readonly #line: Line;
  #state: State = { kind: "listening", since: Number.POSITIVE_INFINITY };
  #frames: string[] = [];

  constructor(options: CallerOptions, url: string, headers: Record<string, string>, streamSid: string) {
    this.#options = options;
    this.#line = new Line(url, headers, streamSid, {
      audio: (mulaw, at) => this.#heard(mulaw, at),
      closed: () => {
        this.cutOff = this.#state.kind !== "over";
        this.#end();
      },
    });
  }

  async start(start: Record<string, unknown>): Promise<void> {
    await this.#line.start(start);
  }

  hangUp(callSid: string, accountSid: string): void {
    this.#line.hangUp(callSid, accountSid);
  }

  /** The next 20 ms; `lateMs` behind their time. */
  tick(lateMs: number): void {
    const state = this.#state;
    switch (state.kind) {
      case "over":
        return;
      case "listening":
        this.#line.send(SILENCE);
        if (!this.#line.quiet) this.#state = { kind: "listening", since: now() };
        else if (now() - state.since > BREATH_MS) this.#begin();
        return;
      case "speaking":
        this.#speak(state, lateMs);
        return;
      case "waiting":
        this.#line.send(SILENCE);
        this.#late(lateMs);
        if (now() - (this.#current?.endAt ?? 0) > PATIENCE_MS) this.#next();
        return;
      default:
        state satisfies never;
    }
  }

  get #current(): SpokenTurn | undefined {
    return this.spoken.at(-1);
  }

  #begin(): void {
    const { call, phrase } = this.#options;
    const turn = this.spoken.length;
    const audio = Buffer.from(phrase);
    markAudio(audio, Math.floor(audio.length / 2), { call, turn });
    this.#frames = Array.from({ length: audio.length / FRAME_BYTES }, (_, index) =>
      audio.toString("base64", index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
    );
    this.spoken.push({ turn, endAt: 0, heardAt: null, lateMs: 0 });
    this.#state = { kind: "speaking", frame: 0 };
  }

  #speak(state: State & { kind: "speaking" }, lateMs: number): void {
    const current = this.#current;
    this.#line.send(this.#frames[state.frame] ?? SILENCE);
    this.#late(lateMs);
    state.frame += 1;
    if (state.frame < this.#frames.length) return;
    // What is in a frame was spoken in the 20 ms before it went out.
    if (current) current.endAt = now() - lateMs;
    this.#state = { kind: "waiting" };
  }

  #late(lateMs: number): void {
    const current = this.#current;
    if (current) current.lateMs = Math.max(current.lateMs, lateMs);
  }

  #heard(mulaw: Buffer, at: number): void {
    const key = turnInAudio(mulaw);
    if (this.#state.kind === "listening" && this.#state.since === Number.POSITIVE_INFINITY) {
      this.#state = { kind: "listening", since: at };
    }
    const current = this.#current;
    if (this.#state.kind !== "waiting" || key?.call !== this.#options.call || key.turn !== current?.turn) return;
    current.heardAt = at;
    this.#next();
  }

  #next(): void {
    if (this.spoken.length >= this.#options.turns) this.#end();
    else this.#state = { kind: "listening", since: now() };
  }

  #end(): void {
    if (this.#state.kind === "over") return;
    this.#state = { kind: "over" };
    this.#options.over();
  }
}
