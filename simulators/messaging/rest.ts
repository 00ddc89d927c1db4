/** Twilio's REST API for messages and their media. https://www.twilio.com/docs/messaging/api */
import { isCommonFault, playFault } from "../common/faults.ts";
import { now, type SimRequest, send } from "../common/http.ts";
import {
  authenticate,
  formOf,
  type Json,
  notFound,
  pageJson,
  type RestAnswer,
  RestError,
  sendAnswer,
  sendError,
  sendFault,
} from "../twilio/rest.ts";
import { answerContent, isContentPath } from "./content.ts";
import { MEDIA_HOST_PATH } from "./media.ts";
import type { Message } from "./message.ts";
import type { Messaging } from "./messaging.ts";
import { mediumFileUrl, mediumJson, messageJson } from "./rest-json.ts";
import { listMessages } from "./rest-list.ts";
import { sendMessage } from "./send.ts";

const SUBRESOURCE = /^\/([A-Z]{2}[0-9a-f]{32})(?:(\.json)|\/Media(?:(\.json)|\/(ME[0-9a-f]{32})(\.json)?))$/;

/** Answers a request about messages and keeps it in the log. False when the request is about something else. */
export function answerMessaging(messaging: Messaging, request: SimRequest): boolean {
  const { path, res } = request;
  const root = `/2010-04-01/Accounts/${messaging.accountSid}/Messages`;
  const isOurs = path === `${root}.json` || path.startsWith(`${root}/`) || isContentPath(path);
  if (!isOurs && !path.startsWith(MEDIA_HOST_PATH)) return false;
  const isNew = request.method === "POST" && path === `${root}.json`;
  // The codes with which a delivery fails are for messages only, and come after those were taken.
  const fault = messaging.faults.take(
    "messaging",
    () => request.body.toString(),
    (kind) => isCommonFault(kind) || isNew,
  );
  let refusal: RestError | null = null;
  res.once("close", () => {
    messaging.requests.record({
      at: request.at,
      step: "messaging",
      tookMs: now() - request.at,
      status: res.statusCode,
      detail: { method: request.method, path, ...(fault ? { fault } : {}), ...(refusal ? { code: refusal.code } : {}) },
    });
  });
  if (fault && isCommonFault(fault)) {
    playFault(fault, res, (status) => sendFault(request, status));
    return true;
  }
  try {
    if (path.startsWith(MEDIA_HOST_PATH)) sendBytes(messaging, request);
    else if (isContentPath(path)) sendAnswer(res, answerContent(messaging, request));
    else if (path === `${root}.json`) sendAnswer(res, answerList(messaging, request, fault));
    else sendAnswer(res, answerMessage(messaging, request, path.slice(root.length)));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    refusal = error;
    sendError(request, error);
  }
  return true;
}

function answerList(messaging: Messaging, request: SimRequest, fault: string | null): RestAnswer {
  authenticateFor(messaging, request);
  if (request.method === "POST") {
    const message = sendMessage(messaging, formOf(request), { direction: "outbound-api", fault });
    return { status: 201, json: messageJson(messaging, message) };
  }
  if (request.method !== "GET") throw notAllowed();
  return { status: 200, json: listMessages(messaging, request) };
}

function answerMessage(messaging: Messaging, request: SimRequest, rest: string): RestAnswer {
  const { method, path } = request;
  const [, sid = "", ofMessage, ofMedia, mediumSid, asJson] = SUBRESOURCE.exec(rest) ?? [];
  if (method === "GET" && mediumSid && !asJson) return redirectToMedium(messaging, request, sid, mediumSid);
  authenticateFor(messaging, request);
  const message = messaging.messages.get(sid);
  if (!message) throw notFound(path);
  if (ofMessage) return answerOne(messaging, request, message);
  if (ofMedia) {
    if (method !== "GET") throw notAllowed();
    const media = messaging.media.ofMessage(sid).map((medium) => mediumJson(messaging, medium));
    return { status: 200, json: pageJson(path, "media_list", media) };
  }
  const medium = messaging.media.get(sid, mediumSid ?? "");
  if (!medium) throw notFound(path);
  if (method === "GET") return { status: 200, json: mediumJson(messaging, medium) };
  if (method !== "DELETE") throw notAllowed();
  messaging.media.delete(medium.sid);
  return { status: 204, json: null };
}

function answerOne(messaging: Messaging, request: SimRequest, message: Message): RestAnswer {
  switch (request.method) {
    case "GET":
      return { status: 200, json: messageJson(messaging, message) };
    case "POST":
      return { status: 200, json: changed(messaging, message, formOf(request)) };
    case "DELETE":
      messaging.messages.delete(message.sid);
      return { status: 204, json: null };
    default:
      throw notAllowed();
  }
}

/** The text can be taken away afterwards, and what was not sent yet can be called off; nothing else can be changed. */
function changed(messaging: Messaging, message: Message, form: URLSearchParams): Json {
  if (form.get("Status") === "canceled") {
    if (message.status !== "accepted") throw new RestError(400, 30409, "Message is not in a cancelable state");
    message.status = "canceled";
    message.history.push({ status: "canceled", at: Date.now() });
  } else if (form.get("Body") === "") message.body = "";
  else throw new RestError(400, 20001, "Body can only be updated to an empty string");
  return messageJson(messaging, message);
}

function redirectToMedium(messaging: Messaging, request: SimRequest, messageSid: string, sid: string): RestAnswer {
  if (messaging.settings.mediaAuth) authenticateFor(messaging, request);
  const medium = messaging.media.get(messageSid, sid);
  if (!medium?.bytes) throw notFound(request.path);
  return { status: 307, json: null, location: mediumFileUrl(messaging, medium) };
}

/** The media host gives its files to whoever knows the address. */
function sendBytes({ media }: Messaging, { method, path, res }: SimRequest): void {
  const medium = media.byKey(path.split("/").at(-1) ?? "");
  if (method !== "GET" || !medium?.bytes) send(res, 403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
  else send(res, 200, medium.servedAs, medium.bytes);
}

function authenticateFor({ accountSid, webhooks }: Messaging, request: SimRequest): void {
  authenticate({ accountSid, authToken: webhooks.authToken }, request);
}

function notAllowed(): RestError {
  return new RestError(405, 20004, "Method not allowed");
}
