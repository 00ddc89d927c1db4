import { randomBytes } from "node:crypto";
import { answerControl } from "../common/control.ts";
import { Faults, type FaultTable, PROXY_PAGE } from "../common/faults.ts";
import { now, RequestLog, type SimRequest, send, sendJson, startServer } from "../common/http.ts";
import { Latency, type LatencyProfile } from "../common/latency.ts";
import { sendPaced } from "../common/paced-body.ts";
import { faultRefusal, GoogleRefusal, sendRefusal } from "./errors.ts";
import { type Account, isSignedBy, readAccount } from "./service-account.ts";
import { Synthesizer } from "./synthesize.ts";
import { type GoogleVoice, hebrewVoices, voiceList } from "./voices.ts";

export interface GoogleTtsOptions {
  /** The key file whose owner may speak. */
  serviceAccountJson: string;
  /** 0 or nothing: a free port. */
  port?: number | undefined;
  latency?: LatencyProfile;
  seed?: number;
  faults?: FaultTable;
  /** Whether he-IL has Chirp3-HD voices too. */
  withChirp?: boolean;
}

export interface GoogleTtsSimulator {
  port: number;
  /** http://127.0.0.1:PORT */
  url: string;
  requests: RequestLog;
  faults: Faults;
  latency: Latency;
  close(): Promise<void>;
}

interface Desk {
  account: Account;
  /** Access tokens that the token endpoint has given out, with the time they end. */
  tokens: Map<string, number>;
  voices: GoogleVoice[];
  synthesizer: Synthesizer;
  requests: RequestLog;
  faults: Faults;
  latency: Latency;
}

/** Starts Google Cloud Text-to-Speech on loopback, as its REST interface is. */
export async function startGoogleTts(options: GoogleTtsOptions): Promise<GoogleTtsSimulator> {
  const voices = hebrewVoices(options.withChirp ?? false);
  const desk: Desk = {
    account: readAccount(options.serviceAccountJson),
    tokens: new Map(),
    voices,
    synthesizer: new Synthesizer(voices),
    requests: new RequestLog(),
    faults: new Faults(options.faults),
    latency: new Latency(options.latency, options.seed),
  };
  const server = await startServer({ port: options.port, handle: (request) => answer(request, desk) });
  const { requests, faults, latency } = desk;
  return { port: server.port, url: server.url, requests, faults, latency, close: server.close };
}

async function answer(request: SimRequest, desk: Desk): Promise<void> {
  if (answerControl(request, desk)) return;
  try {
    await route(request, desk);
  } catch (error) {
    if (!(error instanceof GoogleRefusal)) throw error;
    sendRefusal(request.res, error);
    record(request, desk, error.status, { error: error.message });
  }
}

async function route(request: SimRequest, desk: Desk): Promise<void> {
  const { method, path, query, res } = request;
  if (`${method} ${path}` === "POST /token") return giveToken(request, desk);
  const action = /^\/v1(?:beta1)?\/(text:synthesize|voices)$/.exec(decodeURIComponent(path))?.[1];
  if (method === "POST" && action === "text:synthesize") {
    requireBearer(request, desk);
    return speak(request, desk);
  }
  if (method === "GET" && action === "voices") {
    requireBearer(request, desk);
    const numeric = query.get("$alt")?.includes("enum-encoding=int") ?? false;
    return sendJson(res, 200, voiceList(desk.voices, query.get("languageCode") ?? "", numeric));
  }
  throw new GoogleRefusal(404, "Not found.");
}

async function speak(request: SimRequest, desk: Desk): Promise<void> {
  const { res } = request;
  const fault = desk.faults.take("voice", () => request.body.toString());
  switch (fault) {
    case "429":
    case "quota":
    case "500":
      throw faultRefusal(fault);
    case "stall":
      return record(request, desk, 0, { fault });
    case "html":
      send(res, 200, "text/html; charset=utf-8", PROXY_PAGE);
      return record(request, desk, 200, { fault });
    case "cut":
    case "empty":
    case "truncated":
    case null:
      break;
    default:
      return fault satisfies never;
  }
  // The delay is drawn from the request's arrival, so the time the sound took to make counts as part of it.
  const { audio: whole, ...made } = await desk.synthesizer.synthesize(request.body);
  const audio =
    fault === "empty" ? Buffer.alloc(0) : whole.subarray(0, fault === "truncated" ? whole.length / 3 : whole.length);
  const sent = await sendPaced({
    res,
    contentType: "application/json; charset=UTF-8",
    body: Buffer.from(`{\n  "audioContent": "${audio.toString("base64")}"\n}\n`),
    firstAt: request.at + desk.latency.firstMs("voice"),
    restMs: desk.latency.restOfAudioMs(made.durationMs),
    cutShort: fault === "cut",
  });
  record(request, desk, sent ? 200 : 499, fault === null ? made : { ...made, fault });
}

function requireBearer(request: SimRequest, desk: Desk): void {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) {
    throw new GoogleRefusal(
      401,
      "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
    );
  }
  const endsAt = desk.tokens.get(token);
  if (endsAt === undefined ? isSignedBy(desk.account, token, Date.now()) : endsAt > Date.now()) return;
  throw new GoogleRefusal(
    401,
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
  );
}

// The token endpoint of the key file: a signed assertion for an access token.
function giveToken(request: SimRequest, desk: Desk): void {
  const form = new URLSearchParams(request.body.toString("utf8"));
  const audience = `http://${request.headers.host}/token`;
  const known = form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer";
  if (!known || !isSignedBy(desk.account, form.get("assertion") ?? "", Date.now(), audience)) {
    sendJson(request.res, 400, { error: "invalid_grant", error_description: "Invalid JWT Signature." });
    return;
  }
  const token = `ya29.${randomBytes(32).toString("base64url")}`;
  desk.tokens.set(token, Date.now() + 3_600_000);
  sendJson(request.res, 200, { access_token: token, expires_in: 3599, token_type: "Bearer" });
}

function record(request: SimRequest, { requests }: Desk, status: number, detail: unknown): void {
  requests.record({ at: request.at, step: "voice", tookMs: now() - request.at, status, detail });
}
