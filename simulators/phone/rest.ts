/** Twilio's REST API for calls, recordings and numbers. https://www.twilio.com/docs/voice/api */
import { playFault } from "../common/faults.ts";
import { now, type SimRequest, send, sendJson } from "../common/http.ts";
import { authenticate, formOf, notFound, pageJson, RestError, sendError, sendFault } from "../twilio/rest.ts";
import { writeMp3, writeWav } from "./audio/files.ts";
import type { PhoneNetwork } from "./network.ts";
import { createCall, updateCall } from "./rest-calls.ts";
import { accountJson, callJson, numberJson, recordingJson } from "./rest-json.ts";

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
    playFault(fault, res, (status) => sendFault(request, status));
    return;
  }
  try {
    authenticate({ accountSid: network.exchange.accountSid, authToken: network.exchange.webhooks.authToken }, request);
    await route(network, request);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    sendError(request, error);
  }
}

async function route(network: PhoneNetwork, request: SimRequest): Promise<void> {
  const { exchange } = network;
  const { method, path, res } = request;
  const account = `${ROOT}${exchange.accountSid}`;
  if (path === `${account}.json` && method === "GET") return sendJson(res, 200, accountJson(exchange));
  if (!path.startsWith(`${account}/`)) throw notFound(path);
  const [resource = "", id, ...rest] = path.slice(account.length + 1).split("/");
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
