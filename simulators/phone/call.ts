/** One call: who is on the line, what is heard in both directions, and how it ends. */
import { now } from "../common/http.ts";
import type { Phrase } from "../phrasebook/types.ts";
import { newSid } from "../twilio/ids.ts";
import type { HttpMethod } from "../twilio/webhooks.ts";
import { AgentLine } from "./agent-line.ts";
import { FRAME_MS, SILENT_FRAME } from "./audio/mulaw.ts";
import { CallLog, type EndedBy } from "./call-log.ts";
import { Caller, type CallerFrame } from "./caller.ts";
import type { CallEvent } from "./numbers.ts";
import type { Step } from "./script.ts";
import type { FrameListener } from "./ticker.ts";
import type { TwimlDocument } from "./twiml/verbs.ts";

type FinalStatus = "completed" | "busy" | "no-answer" | "failed" | "canceled";
export type CallStatus = "queued" | "ringing" | "in-progress" | FinalStatus;

/** Where the call goes next: the following verb, another document, or the end. */
export type Next =
  | { kind: "continue" }
  | { kind: "fetch"; url: string; method: HttpMethod; params: Record<string, string> }
  | { kind: "document"; document: TwimlDocument }
  /** TwiML given by REST. */
  | { kind: "inline"; source: string }
  | { kind: "end"; by: EndedBy; reason: string; status?: FinalStatus };

/** Why a verb was broken off: the call was sent elsewhere, or is over. */
export class Redirected extends Error {
  readonly next: Next;
  constructor(next: Next) {
    super("the call was redirected");
    this.next = next;
  }
}
export class CallOver extends Error {}

interface CallOptions {
  from: string;
  to: string;
  direction: "inbound" | "outbound-api";
  script: Step[];
  phrases: ReadonlyMap<string, Phrase>;
  listen: boolean;
  maxMs: number;
  noiseFloor?: number | undefined;
  speed: number;
}

// Above this a frame is late enough to be heard.
const LATE_MS = 10;
// And above this it spoils a measurement, so that it is written down.
const SPOILT_MS = 40;

export class PhoneCall implements FrameListener {
  readonly sid = newSid("CA");
  readonly from: string;
  readonly to: string;
  readonly direction: CallOptions["direction"];
  readonly log = new CallLog();
  readonly line = new AgentLine(this.log);
  /** Who listens to the caller: a stream, a recorder, a recogniser. */
  readonly ears = new Set<(frame: CallerFrame) => void>();
  readonly keys = new Set<(digit: string) => void>();
  readonly createdAt = now();
  readonly frames = { sent: 0, late: 0, maxLateMs: 0 };
  readonly heard: { agent: Uint8Array[]; caller: Uint8Array[] } | null;
  /** Resolves when the call is over. */
  readonly ended: Promise<void>;
  /** Tears the media stream's connection down, while there is one. */
  cutStream: (() => void) | null = null;
  /** Told about every change that Twilio reports by callback. */
  onEvent: (event: CallEvent) => void = () => {};
  status: CallStatus = "queued";
  answeredAt: number | null = null;
  endedAt: number | null = null;
  endedBy: EndedBy | null = null;

  readonly #caller: Caller;
  readonly #maxFrames: number;
  #control = new AbortController();
  #frame = 0;
  #timers = new Set<{ frame: number; due: () => void }>();
  #resolveEnded: () => void = () => {};

  constructor(options: CallOptions) {
    this.from = options.from;
    this.to = options.to;
    this.direction = options.direction;
    this.heard = options.listen ? { agent: [], caller: [] } : null;
    this.#maxFrames = options.maxMs / FRAME_MS;
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    this.#caller = new Caller({
      script: options.script,
      phrases: options.phrases,
      line: this.line,
      log: this.log,
      noiseFloor: options.noiseFloor,
      speed: options.speed,
      actions: {
        pressKey: (digit) => this.#pressKey(digit),
        hangUp: (reason) => this.end("caller", reason),
        cutStream: () => this.cutStream?.(),
      },
    });
  }

  get isOver(): boolean {
    return this.endedAt !== null;
  }

  /** Whole seconds from the answer to the end, as billed. */
  get durationS(): number {
    return this.answeredAt === null ? 0 : Math.round(((this.endedAt ?? now()) - this.answeredAt) / 1000);
  }

  ring(): void {
    this.status = "ringing";
    this.log.add({ kind: "ringing" });
    this.onEvent("initiated");
    this.onEvent("ringing");
  }

  /** Somebody takes the call; from now on both sides hear each other. Harmless when it was taken already. */
  answer(): void {
    if (this.isOver || this.status === "in-progress") return;
    this.status = "in-progress";
    this.answeredAt = now();
    this.log.add({ kind: "answered" }, this.answeredAt);
    this.onEvent("answered");
  }

  /** A fresh signal for the document that starts now: it fires when the call is redirected or over. */
  newDocument(): AbortSignal {
    if (!this.isOver) this.#control = new AbortController();
    return this.#control.signal;
  }

  /** Breaks off what the call is doing and sends it elsewhere. */
  redirect(next: Next): void {
    this.#control.abort(new Redirected(next));
  }

  /** Ends the call; harmless when it is over. */
  end(by: EndedBy, reason: string, status?: FinalStatus): void {
    if (this.isOver) return;
    const answered = this.answeredAt !== null;
    this.endedAt = now();
    this.endedBy = by;
    this.status = status ?? (answered ? "completed" : by === "rest" ? "canceled" : "no-answer");
    this.log.add({ kind: "hangup", by, reason, unheardMs: this.line.bufferedMs }, this.endedAt);
    this.#control.abort(new CallOver(`the call is over: ${reason}`));
    this.onEvent("completed");
    this.#resolveEnded();
  }

  /** Waits in the call's own time. Rejects with the signal's reason. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.#timers.delete(timer);
        reject(signal.reason);
      };
      const timer = {
        frame: this.#frame + Math.ceil(ms / FRAME_MS),
        due: () => {
          signal.removeEventListener("abort", stop);
          resolve();
        },
      };
      this.#timers.add(timer);
      signal.addEventListener("abort", stop, { once: true });
    });
  }

  onFrame(deadline: number, lateMs: number): void {
    if (this.isOver) return;
    this.#frame += 1;
    for (const timer of this.#timers) {
      if (timer.frame > this.#frame) continue;
      this.#timers.delete(timer);
      timer.due();
    }
    if (this.#frame > this.#maxFrames) this.end("caller", "max_ms");
    if (this.status === "in-progress") this.#talk(deadline, lateMs);
  }

  #talk(deadline: number, lateMs: number): void {
    this.frames.sent += 1;
    if (lateMs > LATE_MS) this.frames.late += 1;
    if (lateMs > SPOILT_MS) this.log.add({ kind: "ticker_late", lateMs }, deadline);
    this.frames.maxLateMs = Math.max(this.frames.maxLateMs, lateMs);
    const spoken = this.#caller.nextFrame(deadline, lateMs);
    if (this.isOver) return;
    for (const ear of this.ears) ear(spoken);
    const heard = this.line.nextFrame(deadline);
    this.line.reachMarks();
    if (this.heard) {
      this.heard.caller.push(spoken.audio);
      this.heard.agent.push(heard ?? SILENT_FRAME);
    }
  }

  #pressKey(digit: string): void {
    this.log.add({ kind: "dtmf", digit });
    for (const listener of this.keys) listener(digit);
  }
}
