import type { ServerResponse } from "node:http";
import { sendJson } from "../common/http.ts";

/** A refusal in OpenAI's own shape; thrown by validation and answered as it is. */
export class ApiError extends Error {
  readonly status: number;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;

  constructor(status: number, message: string, param: string | null = null, code: string | null = null) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.type = code === QUOTA ? QUOTA : (TYPES[status] ?? "invalid_request_error");
    this.param = param;
    this.code = code;
  }
}

const QUOTA = "insufficient_quota";
const TYPES: Record<number, string> = { 429: "requests", 500: "server_error", 503: "server_error" };

/** Writes the error as OpenAI would, with its headers. */
export function sendApiError(res: ServerResponse, error: ApiError): void {
  const { status, message, type, param, code } = error;
  // Waiting does not help an account that is used up, so nothing is said about when to come again.
  const again: Record<string, string> = status === 429 && code !== QUOTA ? { "retry-after": "1" } : {};
  sendJson(res, status, { error: { message, type, param, code } }, again);
}

/** The answer of a fault that is switched on: rate limited, used up, or broken inside. */
export function faultError(kind: "429" | "500" | "quota"): ApiError {
  switch (kind) {
    case "429":
      return new ApiError(429, "Rate limit reached for requests. Please try again in 1s.", null, "rate_limit_exceeded");
    case "quota":
      return new ApiError(
        429,
        "You exceeded your current quota, please check your plan and billing details.",
        null,
        QUOTA,
      );
    case "500":
      return new ApiError(500, "The server had an error while processing your request. Sorry about that!");
    default:
      return kind satisfies never;
  }
}
