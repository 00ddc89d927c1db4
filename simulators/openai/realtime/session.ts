import { randomBytes } from "node:crypto";
import type { RawData, WebSocket } from "ws";
import { LATE_MS } from "../../common/faults.ts";
import { now } from "../../common/http.ts";
import type { OpenAiDeps } from "../deps.ts";
import { ApiError, faultError } from "../errors.ts";
import { requireModel } from "../models.ts";
import { fromAlaw, fromMulaw, fromPcm16, resampleTo8k } from "../recognition/signal.ts";
import { invented, type Transcript, transcribe, usageOf } from "../transcribe.ts";
import type { ClientEvent } from "./protocol.ts";
import { type AudioFormat, changed, describeSession, initialSettings, type SessionSettings } from "./protocol.ts";
import { type Problem, readClientEvent } from "./read-event.ts";
import { TurnDetector } from "./turn-detector.ts";

const SHORTEST_MS = 100;
const SESSION_S = 3600;
const PCM_RATE = 24000;

/** One transcription session on one websocket: its settings, its audio buffer, and the items on their way. */
export class TranscriptionSession {
  readonly #ws: WebSocket;
  readonly #deps: OpenAiDeps;
  readonly #id = newId("sess");
  readonly #expiresAt = Math.floor(Date.now() / 1000) + SESSION_S;
  readonly #timers = new Set<NodeJS.Timeout>();
  #settings: SessionSettings = initialSettings;
  #detector = detectorFor(initialSettings);
  #buffer: Buffer[] = [];
  #lastItem: string | null = null;
  #nextItem = newId("item");

  constructor(ws: WebSocket, deps: OpenAiDeps) {
    this.#ws = ws;
    this.#deps = deps;
  }

  /** Greets the client and answers its events until it leaves. */
  start(): void {
    this.#ws.on("message", (data) => this.#receive(data));
    this.#ws.on("close", () => {
      for (const timer of this.#timers) clearTimeout(timer);
    });
    this.#send("session.created", { session: this.#describe() });
  }

  #receive(data: RawData): void {
    const event = readClientEvent(data.toString());
    if ("problem" in event) {
      this.#refuse(event.problem, event.eventId);
      return;
    }
    switch (event.type) {
      case "session.update":
        this.#update(event);
        break;
      case "input_audio_buffer.append":
        this.#append(Buffer.from(event.audio, "base64"));
        break;
      case "input_audio_buffer.commit":
        this.#commit(event.event_id);
        break;
      case "input_audio_buffer.clear":
        this.#buffer = [];
        this.#send("input_audio_buffer.cleared", {});
        break;
      default:
        event satisfies never;
    }
  }

  #update(event: Extract<ClientEvent, { type: "session.update" }>): void {
    const settings = changed(this.#settings, event.session);
    try {
      if (settings.transcription) requireModel(settings.transcription.model, "transcription");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const param = "session.audio.input.transcription.model";
      this.#refuse({ message: error.message, code: "invalid_value", param }, event.event_id);
      return;
    }
    this.#settings = settings;
    if (event.session.audio?.input?.turn_detection !== undefined) this.#detector = detectorFor(settings);
    this.#send("session.updated", { session: this.#describe() });
  }

  #append(audio: Buffer): void {
    this.#buffer.push(audio);
    for (const sign of this.#detector?.take(decode(audio, this.#settings.format)) ?? []) {
      const item = { item_id: this.#nextItem };
      if (sign.kind === "started")
        this.#send("input_audio_buffer.speech_started", { ...item, audio_start_ms: sign.atMs });
      else {
        this.#send("input_audio_buffer.speech_stopped", { ...item, audio_end_ms: sign.atMs });
        this.#commit(undefined);
      }
    }
  }

  #commit(eventId: string | undefined): void {
    const audio = Buffer.concat(this.#buffer);
    const ms = durationMs(audio, this.#settings.format);
    if (ms < SHORTEST_MS) {
      const message =
        "Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, " +
        `but buffer only has ${ms.toFixed(2)}ms of audio.`;
      this.#refuse({ message, code: "input_audio_buffer_commit_empty" }, eventId);
      return;
    }
    const itemId = this.#nextItem;
    const previous = this.#lastItem;
    this.#buffer = [];
    this.#lastItem = itemId;
    this.#nextItem = newId("item");
    this.#send("input_audio_buffer.committed", { item_id: itemId, previous_item_id: previous });
    const item = {
      id: itemId,
      type: "message",
      object: "realtime.item",
      status: "completed",
      role: "user",
      content: [{ type: "input_audio", transcript: null }],
    };
    this.#send("conversation.item.added", { item, previous_item_id: previous });
    this.#send("conversation.item.done", { item, previous_item_id: previous });
    this.#transcribe(itemId, audio);
  }

  // Each item is transcribed on its own, from its own audio, whatever was committed before or comes after.
  #transcribe(itemId: string, audio: Buffer): void {
    const { transcription, format, include } = this.#settings;
    if (!transcription) return;
    const at = now();
    const { model, language } = transcription;
    const note = (status: number, detail: Record<string, unknown>) =>
      this.#deps.requests.record({
        at,
        step: "transcription",
        tookMs: now() - at,
        status,
        detail: { transport: "realtime", sessionId: this.#id, itemId, model, ...detail },
      });
    let heard: Transcript | undefined;
    const transcriptOf = () => {
      heard ??= transcribe(this.#deps.recogniser, decode(audio, format), language);
      return heard;
    };
    const fault = this.#deps.faults.take("transcription", () => transcriptOf().text);
    if (fault === "cut") this.#ws.terminate();
    if (fault === "cut" || fault === "stall") {
      note(0, { fault });
      return;
    }
    const transcript = fault === "invents" ? invented(transcriptOf()) : transcriptOf();
    // The time that the matching took is part of the delay.
    const late = fault === "late" ? LATE_MS : 0;
    this.#later(this.#deps.latency.firstMs("transcription") + late - (now() - at), () => {
      const place = { item_id: itemId, content_index: 0 };
      if (fault !== null && fault !== "late" && fault !== "invents") {
        const { message, type, code, status } = faultError(fault);
        this.#send("conversation.item.input_audio_transcription.failed", {
          ...place,
          error: { type, code, message, param: null },
        });
        note(status, { fault });
        return;
      }
      const logprobs = include.length > 0;
      const pieces = model === "whisper-1" ? [] : transcript.tokens;
      for (const token of pieces) {
        this.#send("conversation.item.input_audio_transcription.delta", {
          ...place,
          delta: token.token,
          ...(logprobs ? { logprobs: [token] } : {}),
        });
      }
      this.#send("conversation.item.input_audio_transcription.completed", {
        ...place,
        transcript: transcript.text,
        ...(logprobs ? { logprobs: transcript.tokens } : {}),
        usage: usageOf(transcript, model),
      });
      note(200, { text: transcript.text, confidence: transcript.confidence, durationS: transcript.durationS });
    });
  }

  #later(ms: number, work: () => void): void {
    if (ms <= 0) {
      work();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
  }

  #refuse(problem: Problem, eventId: string | undefined): void {
    const { message, code, param = null } = problem;
    this.#send("error", {
      error: { type: "invalid_request_error", code, message, param, event_id: eventId ?? null },
    });
  }

  #send(type: string, fields: Record<string, unknown>): void {
    if (this.#ws.readyState === this.#ws.OPEN) {
      this.#ws.send(JSON.stringify({ type, event_id: newId("event"), ...fields }));
    }
  }

  #describe(): object {
    return describeSession(this.#id, this.#expiresAt, this.#settings);
  }
}

function detectorFor({ turnDetection }: SessionSettings): TurnDetector | undefined {
  return turnDetection ? new TurnDetector(turnDetection) : undefined;
}

function durationMs(audio: Buffer, format: AudioFormat): number {
  return audio.length / (format.type === "audio/pcm" ? (PCM_RATE * 2) / 1000 : 8);
}

/** To samples at 8 kHz. */
function decode(audio: Buffer, format: AudioFormat): Float32Array {
  switch (format.type) {
    case "audio/pcmu":
      return fromMulaw(audio);
    case "audio/pcma":
      return fromAlaw(audio);
    case "audio/pcm":
      return resampleTo8k(fromPcm16(audio), PCM_RATE);
    default:
      return format satisfies never;
  }
}

function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString("base64url")}`;
}
