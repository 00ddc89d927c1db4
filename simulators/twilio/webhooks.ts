/** Requests that Twilio makes to the application: signed forms for TwiML, files to play or send, status callbacks. */
import { randomUUID } from "node:crypto";
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
  try {
    const response = await fetch(url, {
      method: request.method,
      headers: {
        "user-agent": AGENT,
        accept: "*/*",
        // A pooled connection may have died with the application a moment ago, which says nothing about the application now.
        connection: "close",
        "i-twilio-idempotency-token": request.idempotencyToken ?? randomUUID(),
        "x-twilio-signature": signRequest(settings.authToken, address, isPost ? params : {}),
        ...(isPost ? { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" } : {}),
      },
      ...(isPost ? { body: new URLSearchParams(params).toString() } : {}),
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    if (body.length > MAX_FILE_BYTES) throw new ApplicationError(11200, `${body.length} bytes from ${address}`);
    const contentType = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    return { status: response.status, contentType, body, tookMs: now() - startedAt };
  } catch (error) {
    throw connectionError(error, address);
  }
}

function parseUrl(address: string): URL {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) throw new ApplicationError(11100, address);
  return new URL(address);
}

function connectionError(error: unknown, address: string): Error {
  if (error instanceof ApplicationError) return error;
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return new ApplicationError(11200, `no answer in time from ${address}`, { cause: error });
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "connection lost";
  const code = reason === "ENOTFOUND" || reason === "EAI_AGAIN" ? 11210 : 11205;
  return new ApplicationError(code, `${reason} ${address}`, { cause: error });
}
