/** What all of Twilio's REST API has in common: who may ask, how it refuses, and how it writes lists and moments. */
import { timingSafeEqual } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type SimRequest, sendJson } from "../common/http.ts";

export type Json = Record<string, unknown>;

/** An answer of the API that is an error. */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface RestAnswer {
  status: number;
  /** Null: no body. */
  json: Json | null;
  location?: string;
}

export function sendAnswer(res: ServerResponse, { status, json, location }: RestAnswer): void {
  if (json) sendJson(res, status, json);
  else res.writeHead(status, location ? { location } : {}).end();
}

/** Throws RestError 20003 unless the request carries the account's credentials. */
export function authenticate(account: { accountSid: string; authToken: string }, request: SimRequest): void {
  const credentials = Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64");
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Basic ${credentials}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new RestError(401, 20003, "Authenticate");
}

export function notFound(path: string): RestError {
  return new RestError(404, 20404, `The requested resource ${path} was not found`);
}

/** Answers as the API does while it fails: too many requests, or an error of its own. */
export function sendFault(request: SimRequest, status: "429" | "500"): void {
  if (status === "429") sendError(request, new RestError(429, 20429, "Too Many Requests"));
  else sendError(request, new RestError(500, 20500, "Internal Server Error"));
}

export function sendError({ res }: SimRequest, { status, code, message }: RestError): void {
  const headers: Record<string, string> = {};
  if (status === 401) headers["www-authenticate"] = 'Basic realm="Twilio API"';
  if (status === 429) headers["retry-after"] = "1";
  sendJson(res, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, headers);
}

export function formOf(request: SimRequest): URLSearchParams {
  return new URLSearchParams(request.body.toString("utf8"));
}

/** A list with everything on its first page. */
export function pageJson(uri: string, name: string, items: Json[]): Json {
  const page = { page: 0, page_size: Math.max(50, items.length), start: 0, end: Math.max(0, items.length - 1) };
  return { [name]: items, ...page, uri, first_page_uri: uri, next_page_uri: null, previous_page_uri: null };
}

export function rfc2822(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toUTCString().replace("GMT", "+0000");
}
