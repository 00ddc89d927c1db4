import type { ServerResponse } from "node:http";
import { sendJson } from "../common/http.ts";

const STATUSES = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
} as const;
type GoogleStatus = keyof typeof STATUSES;

/** A refusal in Google's own shape. */
export class GoogleRefusal extends Error {
  readonly status: GoogleStatus;

  constructor(status: GoogleStatus, message: string) {
    super(message);
    this.name = "GoogleRefusal";
    this.status = status;
  }
}

/** Writes the refusal as {error: {code, message, status, details}}. */
export function sendRefusal(res: ServerResponse, { status, message }: GoogleRefusal): void {
  const headers: Record<string, string> =
    status === 401 ? { "www-authenticate": 'Bearer realm="https://accounts.google.com/"' } : {};
  sendJson(res, status, { error: { code: status, message, status: STATUSES[status], details: [] } }, headers);
}

/** The refusal of a fault that is switched on. Google says the same of a moment's rate and of a day's quota. */
export function faultRefusal(kind: "429" | "quota" | "500"): GoogleRefusal {
  return kind === "500"
    ? new GoogleRefusal(500, "Internal error encountered.")
    : new GoogleRefusal(429, "Quota exceeded for quota metric 'All requests'.");
}
