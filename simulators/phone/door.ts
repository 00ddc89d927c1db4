/** The control door of the phone network: place calls, read their logs, configure numbers. Loopback only. */
import { z } from "zod";
import { answerControl, answerInput } from "../common/control.ts";
import { jsonBody, type SimRequest, send, sendJson } from "../common/http.ts";
import { callRecord } from "./call-record.ts";
import { CannotPlaceCall, type PhoneNetwork, type PlacedCall } from "./network.ts";
import type { NumberInput } from "./numbers.ts";

const CALL_PATH = /^\/_sim\/calls\/(CA[0-9a-f]{32})(?:\/(agent\.ulaw|caller\.ulaw|hangup))?$/;
const longPoll = z.coerce.number().min(0).max(600_000);

/** Answers a request at the door. False when the request is for the REST API. */
export async function answerDoor(network: PhoneNetwork, request: SimRequest): Promise<boolean> {
  const { method, path, res } = request;
  if (!path.startsWith("/_sim/")) return false;
  if (answerControl(request, network)) return true;
  switch (`${method} ${path}`) {
    case "POST /_sim/calls":
      return answerInput(request, () => placeCall(network, jsonBody(request)));
    case "GET /_sim/calls":
      sendJson(res, 200, {
        items: network.calls().map(({ sid, from, to, status }) => ({ callSid: sid, from, to, status })),
      });
      return true;
    case "POST /_sim/numbers":
      return answerInput(request, () => network.setNumber(jsonBody(request) as NumberInput));
    case "GET /_sim/numbers":
      sendJson(res, 200, { items: network.numbers.all() });
      return true;
    default:
      return answerCall(network, request);
  }
}

async function answerCall(network: PhoneNetwork, request: SimRequest): Promise<true> {
  const { method, path, query, res } = request;
  const [, callSid = "", part] = CALL_PATH.exec(path) ?? [];
  const placed = network.getCall(callSid);
  if (!placed) sendJson(res, 404, { error: `there is no ${path}` });
  else if (part === "hangup" && method === "POST") {
    placed.call.end("caller", "hung up at the door");
    sendJson(res, 200, callRecord(placed.call));
  } else if (method !== "GET") sendJson(res, 405, { error: "method not allowed" });
  else if (part) sendAudio(request, placed, part);
  else {
    const wait = longPoll.safeParse(query.get("wait") ?? 0);
    if (wait.success && wait.data > 0) await untilEnded(placed, wait.data);
    sendJson(res, 200, callRecord(placed.call));
  }
  return true;
}

function placeCall(network: PhoneNetwork, body: unknown): unknown {
  try {
    const { callSid } = network.placeCall(body as Parameters<PhoneNetwork["placeCall"]>[0]);
    return { callSid };
  } catch (error) {
    if (!(error instanceof CannotPlaceCall)) throw error;
    throw new z.ZodError([{ code: "custom", path: [], message: error.message, input: body }]);
  }
}

function sendAudio({ res }: SimRequest, { call }: PlacedCall, part: string): void {
  const heard = part === "agent.ulaw" ? call.heard?.agent : call.heard?.caller;
  if (heard) send(res, 200, "audio/basic", Buffer.concat(heard));
  else sendJson(res, 404, { error: "the call was placed without listen" });
}

function untilEnded(placed: PlacedCall, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void placed.ended.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
