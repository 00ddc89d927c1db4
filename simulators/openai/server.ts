import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { answerControl } from "../common/control.ts";
import { type FaultKind, Faults, type FaultTable, statusOf } from "../common/faults.ts";
import { now, RequestLog, type SimRequest, sendJson, startServer } from "../common/http.ts";
import { Latency, type LatencyProfile } from "../common/latency.ts";
import { loadPhrasebook } from "../phrasebook/index.ts";
import { requireKey } from "./auth.ts";
import { handleChat } from "./chat/completions.ts";
import type { OpenAiDeps } from "./deps.ts";
import { ApiError, faultError, sendApiError } from "./errors.ts";
import { getModel, listModels } from "./models.ts";
import { acceptRealtime } from "./realtime.ts";
import { createRecogniser } from "./recogniser.ts";
import { handleSpeech } from "./speech.ts";
import { handleTranscription } from "./transcriptions.ts";

export interface OpenAiOptions {
  apiKey: string;
  /** 0 or nothing: a free port. */
  port?: number | undefined;
  latency?: LatencyProfile;
  seed?: number;
  faults?: FaultTable;
}

export interface OpenAiSimulator {
  port: number;
  /** The base URL for clients: http://127.0.0.1:PORT/v1 */
  url: string;
  requests: RequestLog;
  faults: Faults;
  latency: Latency;
  close(): Promise<void>;
}

/** Starts the OpenAI API on loopback: chat completions, speech, transcription (upload and realtime) and models. */
export async function startOpenAi(options: OpenAiOptions): Promise<OpenAiSimulator> {
  const deps: OpenAiDeps = {
    apiKey: options.apiKey,
    latency: new Latency(options.latency, options.seed),
    faults: new Faults(options.faults),
    requests: new RequestLog(),
    recogniser: createRecogniser(loadPhrasebook()),
  };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 * 1024 });
  const server = await startServer({
    port: options.port,
    handle: (request) => answer(request, deps),
    onUpgrade: (req, socket, head) => upgrade(sockets, deps, req, socket, head),
  });
  return {
    port: server.port,
    url: `${server.url}/v1`,
    requests: deps.requests,
    faults: deps.faults,
    latency: deps.latency,
    async close() {
      for (const client of sockets.clients) client.terminate();
      await server.close();
    },
  };
}

async function answer(request: SimRequest, deps: OpenAiDeps): Promise<void> {
  if (answerControl(request, deps)) return;
  try {
    requireKey(request.headers, deps.apiKey);
    await route(request, deps);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    sendApiError(request.res, error);
  }
}

async function route(request: SimRequest, deps: OpenAiDeps): Promise<void> {
  const { method, path, res } = request;
  switch (`${method} ${path}`) {
    case "POST /v1/chat/completions":
      return logged("model", request, deps, handleChat);
    case "POST /v1/audio/speech":
      return logged("voice", request, deps, handleSpeech);
    case "POST /v1/audio/transcriptions":
      return handleTranscription(request, deps);
    case "GET /v1/models":
      return sendJson(res, 200, listModels());
    default: {
      const model = method === "GET" ? /^\/v1\/models\/([^/]+)$/.exec(path)?.[1] : undefined;
      if (model !== undefined) return sendJson(res, 200, getModel(decodeURIComponent(model)));
      throw new ApiError(404, `Invalid URL (${method} ${path})`);
    }
  }
}

type Outcome = Promise<{ status: number; detail: Record<string, unknown> }>;
type Handler<S extends "model" | "voice"> = (
  request: SimRequest,
  deps: OpenAiDeps,
  fault: FaultKind<S> | null,
) => Outcome;

// Plays the fault that is switched on, runs the handler, and writes down how it ended.
async function logged<S extends "model" | "voice">(
  step: S,
  request: SimRequest,
  deps: OpenAiDeps,
  handle: Handler<S>,
): Promise<void> {
  const record = (status: number, detail: unknown): void => {
    deps.requests.record({ at: request.at, step, tookMs: now() - request.at, status, detail });
  };
  const fault = deps.faults.take(step, () => request.body.toString());
  if (fault === "429" || fault === "500" || fault === "quota") sendApiError(request.res, faultError(fault));
  if (fault !== null && (fault === "stall" || statusOf(fault) > 0)) {
    record(statusOf(fault), { fault });
    return;
  }
  try {
    const { status, detail } = await handle(request, deps, fault);
    record(status, fault === null ? detail : { ...detail, fault });
  } catch (error) {
    if (error instanceof ApiError) record(error.status, { error: error.message });
    throw error;
  }
}

function upgrade(sockets: WebSocketServer, deps: OpenAiDeps, req: IncomingMessage, socket: Duplex, head: Buffer): void {
  const refuse = (status: string): void => {
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  };
  socket.on("error", () => socket.destroy());
  if (!/^\/v1\/realtime(?:\?|$)/.test(req.url ?? "")) {
    refuse("404 Not Found");
    return;
  }
  try {
    requireKey(req.headers, deps.apiKey);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    refuse("401 Unauthorized");
    return;
  }
  sockets.handleUpgrade(req, socket, head, (ws) => acceptRealtime(ws, req, deps));
}
