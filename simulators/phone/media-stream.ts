/** One media stream, as Twilio's side of it. https://www.twilio.com/docs/voice/media-streams/websocket-messages */
import { WebSocket } from "ws";
import { now } from "../common/http.ts";
import type { TwilioErrorCode } from "../twilio/errors.ts";
import { signRequest } from "../twilio/signature.ts";
import { FRAME_MS, SILENT_FRAME } from "./audio/mulaw.ts";
import type { PhoneCall } from "./call.ts";
import type { CallerFrame } from "./caller.ts";
import { BadMessage, parseStreamMessage, type StreamMessage } from "./stream-messages.ts";
import type { StreamNoun } from "./twiml/verbs.ts";

interface MediaStreamOptions {
  call: PhoneCall;
  streamSid: string;
  accountSid: string;
  authToken: string;
  handshakeTimeoutMs: number;
  noun: StreamNoun;
  onStart: () => void;
  onError: (code: TwilioErrorCode, detail: string) => void;
}

// Twilio discards what is beyond ten minutes of buffered audio.
const MAX_BUFFERED_MS = 600_000;
const CLOSE_TIMEOUT_MS = 2000;
const SILENT_PAYLOAD = Buffer.from(SILENT_FRAME).toString("base64");
const NORMAL_CLOSES = [1000, 1001, 1005];

export class MediaStream {
  readonly #options: MediaStreamOptions;
  readonly #call: PhoneCall;
  readonly #socket: WebSocket;
  readonly #askedAt = now();
  #sequence = 0;
  #chunk = 0;
  #elapsedMs = 0;
  #closedBy: "agent" | "phone" | "cut" = "agent";
  #opened = false;
  #reported = new Set<string>();

  constructor(options: MediaStreamOptions) {
    this.#options = options;
    this.#call = options.call;
    const { url } = options.noun;
    this.#socket = new WebSocket(url, {
      headers: { "x-twilio-signature": signRequest(options.authToken, url), "user-agent": "Twilio.TmeWs/1.0" },
      handshakeTimeout: options.handshakeTimeoutMs,
      perMessageDeflate: false,
      maxPayload: 16 * 1024 * 1024,
    });
  }

  /** Resolves when the application has closed the stream or it failed; an abort closes it and rejects. */
  run(signal: AbortSignal): Promise<void> {
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      const leave = () => this.#leave();
      signal.addEventListener("abort", leave, { once: true });
      socket.on("open", () => (signal.aborted ? this.#leave() : this.#open()));
      socket.on("message", (data, isBinary) => this.#receive(data as Buffer, isBinary));
      socket.on("unexpected-response", (_request, response) => {
        this.#error(31920, `status ${response.statusCode} instead of 101`);
        response.destroy();
        socket.terminate();
      });
      socket.on("error", (error) => this.#onError(error));
      socket.on("close", (code) => {
        signal.removeEventListener("abort", leave);
        this.#closed(code);
        if (signal.aborted) reject(signal.reason);
        else resolve();
      });
      if (signal.aborted) this.#leave();
    });
  }

  #open(): void {
    const { call, noun, streamSid, accountSid } = { ...this.#options, call: this.#call };
    this.#opened = true;
    call.log.add({ kind: "stream_open", url: noun.url, tookMs: now() - this.#askedAt });
    this.#socket.send(JSON.stringify({ event: "connected", protocol: "Call", version: "1.0.0" }));
    this.#send("start", {
      start: {
        accountSid,
        streamSid,
        callSid: call.sid,
        tracks: ["inbound"],
        mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
        customParameters: noun.parameters,
      },
    });
    call.log.add({ kind: "stream_start", streamSid });
    call.ears.add(this.#onFrame);
    call.keys.add(this.#onKey);
    call.cutStream = () => {
      this.#closedBy = "cut";
      this.#socket.terminate();
    };
    this.#options.onStart();
  }

  // Written by hand: at fifty calls this runs 2,500 times a second.
  readonly #onFrame = (frame: CallerFrame): void => {
    this.#elapsedMs += FRAME_MS;
    if (frame.lost || this.#socket.readyState !== WebSocket.OPEN) return;
    this.#chunk += 1;
    this.#sequence += 1;
    const { audio } = frame;
    const payload =
      audio === SILENT_FRAME
        ? SILENT_PAYLOAD
        : Buffer.from(audio.buffer, audio.byteOffset, audio.byteLength).toString("base64");
    this.#socket.send(
      `{"event":"media","sequenceNumber":"${this.#sequence}","media":{"track":"inbound","chunk":"${this.#chunk}",` +
        `"timestamp":"${this.#elapsedMs}","payload":"${payload}"},"streamSid":"${this.#options.streamSid}"}`,
    );
  };

  readonly #onKey = (digit: string): void => this.#send("dtmf", { dtmf: { track: "inbound_track", digit } });

  #send(event: string, content: Record<string, unknown>): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#sequence += 1;
    const { streamSid } = this.#options;
    this.#socket.send(JSON.stringify({ event, sequenceNumber: String(this.#sequence), ...content, streamSid }));
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (isBinary) {
      this.#error(31950, "a binary message");
      return;
    }
    try {
      this.#obey(parseStreamMessage(data.toString("utf8"), this.#options.streamSid));
    } catch (error) {
      if (!(error instanceof BadMessage)) throw error;
      this.#error(error.code, error.message);
    }
  }

  #obey(message: StreamMessage): void {
    const { line, log } = this.#call;
    switch (message.event) {
      case "media":
        if (line.bufferedMs > MAX_BUFFERED_MS) this.#error(31931, "more than 10 minutes");
        else line.push(message.audio, "stream");
        if (message.hasWavHeader) this.#error(31924, "wav_header: a file header inside the mu-law audio");
        return;
      case "mark": {
        const { name } = message;
        log.add({ kind: "mark", name, step: "received", cleared: false });
        line.mark(name, (cleared) => {
          log.add({ kind: "mark", name, step: "echoed", cleared });
          this.#send("mark", { mark: { name } });
        });
        return;
      }
      case "clear": {
        const at = now();
        log.add({ kind: "clear", ...line.clear() }, at);
        return;
      }
      default:
        message satisfies never;
    }
  }

  // Twilio reports each kind of trouble once for a stream.
  #error(code: TwilioErrorCode, detail: string): void {
    const key = `${code} ${detail}`;
    if (this.#reported.has(key) || this.#reported.size > 50) return;
    this.#reported.add(key);
    this.#options.onError(code, detail);
  }

  #onError(error: Error): void {
    // An aborted handshake comes here too, after its own report.
    if (this.#closedBy !== "agent" || this.#reported.size > 0) return;
    const code = "code" in error ? String(error.code) : "";
    if (this.#opened) this.#error(31924, error.message);
    else if (error.message.includes("timed out") || code === "ETIMEDOUT") this.#error(31901, error.message);
    else if (code === "ECONNREFUSED" || code === "ENOTFOUND") this.#error(31902, error.message);
    else this.#error(31920, error.message);
  }

  /** The call goes elsewhere or is over: says so, and closes. */
  #leave(): void {
    if (this.#closedBy === "agent") this.#closedBy = "phone";
    const { accountSid } = this.#options;
    if (this.#opened) this.#send("stop", { stop: { accountSid, callSid: this.#call.sid } });
    this.#detach();
    this.#socket.close(1000);
    setTimeout(() => this.#socket.terminate(), CLOSE_TIMEOUT_MS).unref();
  }

  #detach(): void {
    this.#call.ears.delete(this.#onFrame);
    this.#call.keys.delete(this.#onKey);
    this.#call.cutStream = null;
  }

  #closed(code: number): void {
    this.#detach();
    // What had not been played when the stream ended is not played any more.
    const { droppedMs } = this.#call.line.clear();
    if (!this.#opened) return;
    this.#call.log.add({ kind: "stream_closed", by: this.#closedBy, code, unheardMs: droppedMs });
    if (this.#closedBy === "agent" && !NORMAL_CLOSES.includes(code)) this.#error(31921, `closed with ${code}`);
  }
}
