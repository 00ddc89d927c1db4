/** Twilio's REST API for calls, recordings and numbers. https://www.twilio.com/docs/voice/api */
import { timingSafeEqual } from "node:crypto";
import { playFault } from "../common/faults.ts";
import { now, type SimRequest, send, sendJson } from "../common/http.ts";
import { writeMp3, writeWav } from "./audio/files.ts";
import { listMessages, messageJson, sendMedia } from "./messages/rest.ts";
import { sendMessage } from "./messages/send.ts";
import type { PhoneNetwork } from "./network.ts";
import { createCall, updateCall } from "./rest-calls.ts";
import { accountJson, callJson, numberJson, pageJson, RestError, recordingJson } from "./rest-json.ts";

const MEDIA_PATH = /\/Messages\/([A-Z]{2}[0-9a-f]{32})\/Media\/(ME[0-9a-f]{32})$/;
const ROOT = "/2010-04-01/Accounts/";

/** Answers a request to the API, and keeps it in the network's log of requests. */
export async function answerRest(network: PhoneNetwork, request: SimRequest): Promise<void> {
  const { res } = request;
  const fault = network.faults.take("telephony");
  res.once("close", () => {
    network.requests.record({
      at: request.at,
      step: "telephony",
      tookMs: now() - request.at,
      status: res.statusCode,
      detail: { method: request.method, path: request.path, ...(fault ? { fault } : {}) },
    });
  });
  if (fault) {
    playFault(fault, res, (status) => {
      if (status === "429") sendError(request, new RestError(429, 20429, "Too Many Requests"));
      else sendError(request, new RestError(500, 20500, "Internal Server Error"));
    });
    return;
  }
  try {
    authenticate(network, request);
    await route(network, request);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    sendError(request, error);
  }
}

function authenticate(network: PhoneNetwork, request: SimRequest): void {
  const { accountSid, webhooks } = network.exchange;
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Basic ${Buffer.from(`${accountSid}:${webhooks.authToken}`).toString("base64")}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new RestError(401, 20003, "Authenticate");
}

async function route(network: PhoneNetwork, request: SimRequest): Promise<void> {
  const { exchange } = network;
  const { method, path, res } = request;
  const account = `${ROOT}${exchange.accountSid}`;
  if (path === `${account}.json` && method === "GET") return sendJson(res, 200, accountJson(exchange));
  if (!path.startsWith(`${account}/`)) throw notFound(path);
  const [resource = "", id, ...rest] = path.slice(account.length + 1).split("/");
  const [, messageSid, mediaSid] = MEDIA_PATH.exec(path) ?? [];
  if (messageSid && mediaSid) return sendMedia(network, request, messageSid, mediaSid);
  if (rest.length > 0) throw notFound(path);

  switch (id === undefined ? `${method} ${resource}` : `${method} ${resource}/`) {
    case "POST Calls.json":
      return sendJson(res, 201, callJson(exchange, createCall(network, formOf(request))));
    case "GET Calls.json": {
      const calls = network.calls().map((call) => callJson(exchange, call));
      return sendJson(res, 200, pageJson(path, "calls", calls));
    }
    case "GET Calls/":
      return sendJson(res, 200, callJson(exchange, findCall(network, path, id)));
    case "POST Calls/": {
      const call = findCall(network, path, id);
      updateCall(call, formOf(request));
      return sendJson(res, 200, callJson(exchange, call));
    }
    case "GET Recordings.json": {
      const recordings = exchange.recordings.all().map((recording) => recordingJson(exchange, recording));
      return sendJson(res, 200, pageJson(path, "recordings", recordings));
    }
    case "GET Recordings/":
      return sendRecording(network, request, id ?? "");
    case "DELETE Recordings/":
      if (!exchange.recordings.delete((id ?? "").replace(/\.json$/, ""))) throw notFound(path);
      res.writeHead(204).end();
      return;
    case "POST Messages.json":
      return sendJson(
        res,
        201,
        messageJson(exchange, sendMessage(network, new URLSearchParams(request.body.toString()))),
      );
    case "GET Messages.json":
      return sendJson(res, 200, pageJson(path, "messages", listMessages(network, request.query)));
    case "GET Messages/": {
      const message = network.messages.get((id ?? "").replace(/\.json$/, ""));
      if (!message) throw notFound(path);
      return sendJson(res, 200, messageJson(exchange, message));
    }
    case "GET IncomingPhoneNumbers.json": {
      const wanted = request.query.get("PhoneNumber");
      const numbers = network.numbers.owned().filter(({ number }) => !wanted || number === wanted);
      const items = numbers.map((number) => numberJson(exchange, number));
      return sendJson(res, 200, pageJson(path, "incoming_phone_numbers", items));
    }
    default:
      throw notFound(path);
  }
}

function findCall(network: PhoneNetwork, path: string, id = "") {
  const placed = id.endsWith(".json") ? network.getCall(id.slice(0, -".json".length)) : undefined;
  if (!placed) throw notFound(path);
  return placed.call;
}

async function sendRecording(network: PhoneNetwork, { path, res }: SimRequest, id: string): Promise<void> {
  const [sid = "", extension = "wav"] = id.split(".");
  const recording = network.exchange.recordings.get(sid);
  if (!recording) throw notFound(path);
  switch (extension) {
    case "json":
      return sendJson(res, 200, recordingJson(network.exchange, recording));
    case "wav":
      return send(res, 200, "audio/x-wav", writeWav(recording.audio));
    case "mp3":
      return send(res, 200, "audio/mpeg", await writeMp3(recording.audio));
    default:
      throw notFound(path);
  }
}

function formOf(request: SimRequest): URLSearchParams {
  return new URLSearchParams(request.body.toString("utf8"));
}

function notFound(path: string): RestError {
  return new RestError(404, 20404, `The requested resource ${path} was not found`);
}

function sendError({ res }: SimRequest, { status, code, message }: RestError): void {
  const headers: Record<string, string> = {};
  if (status === 401) headers["www-authenticate"] = 'Basic realm="Twilio API"';
  if (status === 429) headers["retry-after"] = "1";
  sendJson(res, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, headers);
}
