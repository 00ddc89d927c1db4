/** Requests that Twilio makes to the application: signed forms for TwiML, files to play or send, status callbacks. */
import { randomUUID } from "node:crypto";
import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { now } from "../common/http.ts";
import { ApplicationError } from "./errors.ts";
import { signRequest } from "./signature.ts";

export type HttpMethod = "GET" | "POST";

export interface WebhookSettings {
  authToken: string;
  /** Twilio waits 15 s for TwiML. */
  timeoutMs: number;
}

export interface WebhookAnswer {
  status: number;
  contentType: string;
  body: Uint8Array;
  tookMs: number;
}

const AGENT = "TwilioProxy/1.1";
// A prompt may be some minutes long; nothing that an application plays is larger.
const MAX_FILE_BYTES = 40 * 1024 * 1024;

/**
 * Sends a signed form once and reads the answer, whatever its status. The part of the address after a # is Twilio's own
 * (retries.ts): it is neither sent nor signed.
 * Throws ApplicationError 11200 (no answer in time), 11205 (no connection), 11210 (no such host).
 */
export async function requestApplication(
  settings: WebhookSettings,
  request: { url: string; method: HttpMethod; params?: Record<string, string>; idempotencyToken?: string },
): Promise<WebhookAnswer> {
  const params = request.params ?? {};
  const isPost = request.method === "POST";
  const [target = ""] = request.url.split("#");
  const url = parseUrl(target);
  if (!isPost) for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  const address = isPost ? target : url.href;
  const startedAt = now();
  const headers = {
    "user-agent": AGENT,
    accept: "*/*",
    "accept-encoding": "gzip",
    "i-twilio-idempotency-token": request.idempotencyToken ?? randomUUID(),
    "x-twilio-signature": signRequest(settings.authToken, address, isPost ? params : {}),
    ...(isPost ? { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" } : {}),
  };
  const form = isPost ? new URLSearchParams(params).toString() : "";
  const signal = AbortSignal.timeout(settings.timeoutMs);
  try {
    const answer = await ask(url, { method: request.method, headers, signal }, form);
    if (answer.body.length > MAX_FILE_BYTES)
      throw new ApplicationError(11200, `${answer.body.length} bytes from ${address}`);
    const contentType = (answer.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    return { status: answer.status, contentType, body: answer.body, tookMs: now() - startedAt };
  } catch (error) {
    if (error instanceof ApplicationError) throw error;
    if (signal.aborted) throw new ApplicationError(11200, `no answer in time from ${address}`, { cause: error });
    throw connectionError(error, address);
  }
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * One request over a connection of its own: a pooled one may have died with the application a moment ago, which says nothing
 * about the application now.
 */
function ask(url: URL, options: RequestOptions, form: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request = send(url, { ...options, agent: false }, (response) => {
      const { headers, statusCode: status = 0 } = response;
      buffer(response)
        .then((body) => (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body))
        .then((body) => resolve({ status, headers, body }), reject);
    });
    request.on("error", reject);
    request.end(form);
  });
}

function parseUrl(address: string): URL {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) throw new ApplicationError(11100, address);
  return new URL(address);
}

function connectionError(error: unknown, address: string): ApplicationError {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "connection lost";
  const code = reason === "ENOTFOUND" || reason === "EAI_AGAIN" ? 11210 : 11205;
  return new ApplicationError(code, `${reason} ${address}`, { cause: error });
}
