/** What the edge itself answers when a request cannot go on: a Hebrew page, the API's JSON error, or short text. */
import { STATUS_CODES } from "node:http";
import type { Exchange } from "./exchange.ts";
import { troublePage } from "./trouble-page.ts";

export type Refusal =
  | "bad_target"
  | "bad_method"
  | "too_large"
  | "not_found"
  | "bad_gateway"
  | "restarting"
  | "too_slow";

interface RefusalText {
  status: number;
  code: string;
  messageHe: string;
  retryAfterSeconds?: number;
}

const REFUSALS: Record<Refusal, RefusalText> = {
  bad_target: { status: 400, code: "invalid", messageHe: "הכתובת שנשלחה אינה תקינה" },
  bad_method: { status: 405, code: "invalid", messageHe: "הפעולה הזאת אינה אפשרית כאן" },
  not_found: { status: 404, code: "not_found", messageHe: "הדף לא נמצא" },
  too_large: { status: 413, code: "too_large", messageHe: "הבקשה גדולה מדי" },
  bad_gateway: { status: 502, code: "unavailable", messageHe: "משהו השתבש אצלנו. כדאי לנסות שוב" },
  restarting: {
    status: 503,
    code: "unavailable",
    messageHe: "המערכת מתעדכנת וחוזרת בעוד רגע. השיחות ממשיכות כרגיל",
    retryAfterSeconds: 3,
  },
  too_slow: { status: 504, code: "unavailable", messageHe: "התשובה מתעכבת יותר מדי. כדאי לנסות שוב" },
};

/** Answers with the refusal, or cuts the connection when an answer has already begun. */
export function refuse(exchange: Exchange, refusal: Refusal): void {
  const { request, response, requestId } = exchange;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, code, messageHe, retryAfterSeconds } = REFUSALS[refusal];
  const [contentType, body] = bodyFor(exchange, status, code, messageHe);
  response.writeHead(status, {
    "Content-Type": contentType,
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Request-Id": requestId,
    ...(retryAfterSeconds ? { "Retry-After": retryAfterSeconds } : {}),
    // What is left of a refused body is not read: the connection cannot be used again.
    ...(request.complete ? {} : { Connection: "close" }),
    ...(contentType.startsWith("text/html")
      ? { "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'" }
      : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function bodyFor(exchange: Exchange, status: number, code: string, messageHe: string): [type: string, body: string] {
  switch (exchange.kind) {
    case "api":
      return [
        "application/json; charset=utf-8",
        JSON.stringify({ error: { code, message: messageHe, request_id: exchange.requestId } }),
      ];
    case "page":
      return ["text/html; charset=utf-8", troublePage({ status, messageHe, requestId: exchange.requestId })];
    case "own":
    case "webhook":
    case "asset":
      return ["text/plain; charset=utf-8", `${STATUS_CODES[status] ?? "Error"}\n`];
    default:
      return exchange.kind satisfies never;
  }
}
