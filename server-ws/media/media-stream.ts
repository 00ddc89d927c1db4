/** One media stream: from its upgrade to its end. Reads Twilio's frames and gives them to the call they belong to. */
import type { RawData, WebSocket } from "ws";
import type { ClaimedCall } from "#lib/calls/claim-stream.ts";
import type { Log } from "#lib/log.ts";
import type { Clock, SpeechDetector } from "#lib/voice/ports.ts";
import type { Ending } from "#lib/voice/turns.ts";
import type { Metrics } from "../metrics.ts";
import { realClock } from "./clock.ts";
import { twilioLine } from "./line.ts";
import { LiveCall } from "./live-call.ts";
import { parseFrame, type StartFrame, type TwilioFrame } from "./messages.ts";
import type { MediaPorts } from "./ports.ts";
import { StreamWatch } from "./stream-watch.ts";

export interface StreamOptions {
  socket: WebSocket;
  ports: MediaPorts;
  openDetector(): SpeechDetector;
  /** Asked once, when the stream says whose it is. */
  hasRoom(): boolean;
  metrics: Metrics;
  log: Log;
  /** A caller hears nothing while the call is looked up; after this the network takes a message instead. */
  readyWithinMs?: number | undefined;
}

/** One bad frame disturbs nobody; a far side that keeps sending them is not Twilio. */
const MAX_BAD_FRAMES = 50;
/** Frames that come while the call is looked up: 4 s of audio. */
const MAX_EARLY_FRAMES = 200;
const READY_WITHIN_MS = 4_000;

/** Close codes of RFC 6455. */
const CLOSE = {
  normal: 1000,
  goingAway: 1001,
  unsupported: 1003,
  invalid: 1007,
  policy: 1008,
  failed: 1011,
  tryLater: 1013,
} as const;
type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

type State =
  | { kind: "waiting_for_start" }
  | { kind: "claiming"; early: TwilioFrame[] }
  | { kind: "talking"; live: LiveCall; streamSid: string }
  | { kind: "over"; ending: Ending };

export class MediaStream {
  /** Resolves when everything is freed and kept. */
  readonly ended: Promise<void>;
  readonly #options: StreamOptions;
  readonly #clock: Clock;
  readonly #watch: StreamWatch;
  #log: Log;
  #state: State = { kind: "waiting_for_start" };
  #badFrames = 0;
  #lastChunk: number | undefined;
  #resolveEnded: () => void = () => {};

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#log = options.log;
    this.#clock = realClock((error) => this.#fault(error));
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    this.#watch = new StreamWatch({
      clock: this.#clock,
      ping: () => options.socket.ping(),
      onNoStart: () => this.#finish({ kind: "stream_failed", reason: "not_begun", detail: "no start" }, CLOSE.policy),
      onSilent: () => this.#finish({ kind: "stream_failed", reason: "line_silent" }, CLOSE.goingAway),
    });
    options.socket.on("message", (data, isBinary) => this.#guarded(() => this.#onMessage(data, isBinary)));
    options.socket.on("error", (error) => this.#log.warn({ err: error }, "media socket error"));
    options.socket.on("close", (code) => {
      // A stream that ends as it should says `stop` first, and is over before its socket is.
      this.#guarded(() =>
        this.#finish({ kind: "stream_failed", reason: "line_broke", detail: `closed with ${code}` }, CLOSE.normal),
      );
    });
  }

  /** The server stops: the network takes the call over by its action webhook. */
  stop(): void {
    this.#finish({ kind: "stream_failed", reason: "server_stopped" }, CLOSE.goingAway);
  }

  #onMessage(data: RawData, isBinary: boolean) {
    if (this.#state.kind === "over") return;
    this.#watch.message();
    if (isBinary) return this.#badFrame("binary", CLOSE.unsupported);
    const parsed = parseFrame(data.toString());
    switch (parsed.kind) {
      case "malformed":
        return this.#badFrame(parsed.reason, CLOSE.invalid);
      case "unknown_event":
        return this.#log.debug({ event: parsed.event }, "an event that is not known");
      case "frame":
        return this.#onFrame(parsed.frame);
      default:
        return parsed satisfies never;
    }
  }

  #onFrame(frame: TwilioFrame) {
    const state = this.#state;
    switch (state.kind) {
      case "waiting_for_start":
        // Audio before its start belongs to nobody.
        if (frame.event === "start") void this.#claim(frame);
        return;
      case "claiming":
        if (state.early.length < MAX_EARLY_FRAMES || frame.event === "stop") state.early.push(frame);
        return;
      case "talking":
        return this.#onLiveFrame(state, frame);
      case "over":
        return;
      default:
        return state satisfies never;
    }
  }

  #onLiveFrame({ live, streamSid }: State & { kind: "talking" }, frame: TwilioFrame) {
    if (frame.event === "start") return this.#log.warn("a second start is ignored");
    if (frame.event === "connected") return;
    if (frame.streamSid !== streamSid) return this.#badFrame("a frame of another stream", CLOSE.policy);
    switch (frame.event) {
      case "media":
        if (frame.media.track !== "inbound") return;
        this.#countGap(frame.media.chunk);
        return live.hear(frame.media.payload);
      case "mark":
        return live.mark(frame.mark.name);
      case "dtmf":
        return live.dtmf(frame.dtmf.digit);
      case "stop":
        return this.#finish({ kind: "caller_hung_up" }, CLOSE.normal);
      default:
        return frame satisfies never;
    }
  }

  async #claim({ streamSid, start }: StartFrame): Promise<void> {
    const startedAt = this.#clock.now();
    this.#watch.started();
    const claiming: State = { kind: "claiming", early: [] };
    let talking = false;
    this.#state = claiming;
    this.#log = this.#log.child({ call_sid: start.callSid, stream_sid: streamSid });
    const { readyWithinMs = READY_WITHIN_MS } = this.#options;
    const limit = this.#clock.setTimer(readyWithinMs, () => this.#fault(new Error("the call was not ready in time")));
    try {
      const token = start.customParameters.call_token ?? "";
      if (!this.#options.hasRoom()) {
        this.#log.warn("no room for another stream: the call goes on without one");
        await this.#options.ports.turnAway({ callSid: start.callSid, token });
        this.#finish({ kind: "stream_failed", reason: "not_begun", detail: "no room" }, CLOSE.tryLater);
        return;
      }
      const call = await this.#options.ports.claim({ callSid: start.callSid, token });
      if (!call) {
        // Whoever was asked has logged why.
        this.#finish({ kind: "stream_failed", reason: "not_begun", detail: "not let in" }, CLOSE.policy);
        return;
      }
      this.#log = this.#log.child({ business_id: call.ctx.businessId, call_id: call.callId });
      const live = await this.#openCall(call, streamSid, startedAt);
      const ending = this.#endedAs();
      if (ending) {
        // The stream ended while the call was looked up; the call is still told how.
        await live.end(ending);
        await live.settled();
        return;
      }
      this.#state = { kind: "talking", live, streamSid };
      talking = true;
      this.#options.metrics.liveCalls.inc();
      this.#log.info("a call begins");
      live.start();
      for (const frame of claiming.early) this.#onFrame(frame);
    } catch (error) {
      this.#fault(error);
    } finally {
      limit.cancel();
      if (!talking) this.#resolveEnded();
    }
  }

  #openCall(call: ClaimedCall, streamSid: string, startedAt: number): Promise<LiveCall> {
    const { socket, ports, metrics, openDetector } = this.#options;
    const line = twilioLine({
      socket,
      streamSid,
      onFirstAudio: () => metrics.greeting.observe(this.#clock.now() - startedAt),
      // A closing frame would wait behind all that is not read, and the network with it.
      onStuck: () =>
        this.#finish({ kind: "stream_failed", reason: "line_stuck" }, CLOSE.failed, async () => socket.terminate()),
    });
    return LiveCall.open({
      call,
      ports,
      clock: this.#clock,
      line,
      detector: openDetector(),
      metrics,
      log: this.#log,
      onAction: (action, ending) => this.#finish(ending, CLOSE.normal, (live) => live.act(action)),
      onFailed: (ending) => this.#finish(ending, CLOSE.failed),
    });
  }

  #endedAs(): Ending | null {
    return this.#state.kind === "over" ? this.#state.ending : null;
  }

  /** The one way out. The ending is kept before the socket closes, because the network then asks at once what is next. */
  #finish(ending: Ending, code: CloseCode, act?: (live: LiveCall) => Promise<void>) {
    const state = this.#state;
    if (state.kind === "over") return;
    this.#state = { kind: "over", ending };
    this.#watch.stop();
    const { metrics, socket } = this.#options;
    metrics.streams.inc({ ending: ending.kind });
    if (state.kind !== "talking") {
      socket.close(code);
      // Who looks the call up still keeps how it ended.
      if (state.kind !== "claiming") this.#resolveEnded();
      return;
    }
    metrics.liveCalls.dec();
    this.#log.info({ ending, bad_frames: this.#badFrames }, "a call's stream ends");
    void this.#endCall(state.live, ending, code, act);
  }

  async #endCall(
    live: LiveCall,
    ending: Ending,
    code: CloseCode,
    act?: (live: LiveCall) => Promise<void>,
  ): Promise<void> {
    await live.end(ending);
    await act?.(live);
    this.#options.socket.close(code);
    await live.settled();
    this.#resolveEnded();
  }

  #badFrame(reason: string, code: CloseCode): void {
    this.#badFrames += 1;
    this.#options.metrics.badFrames.inc();
    if (this.#badFrames === 1) this.#log.warn({ reason }, "a bad frame is ignored; further ones are only counted");
    if (this.#badFrames >= MAX_BAD_FRAMES)
      this.#finish({ kind: "stream_failed", reason: "bad_frames", detail: reason }, code);
  }

  #countGap(chunk: number | undefined): void {
    if (chunk === undefined) return;
    if (this.#lastChunk !== undefined && chunk > this.#lastChunk + 1) {
      this.#options.metrics.missingFrames.inc(chunk - this.#lastChunk - 1);
    }
    this.#lastChunk = Math.max(chunk, this.#lastChunk ?? 0);
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fault(error);
    }
  }

  /** A mistake of ours ends this call only, and the network goes on with the caller. */
  #fault(error: unknown): void {
    this.#log.error({ err: error }, "a call failed");
    this.#finish({ kind: "stream_failed", reason: "internal" }, CLOSE.failed);
  }
}
