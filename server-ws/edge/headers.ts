/** Which headers travel through the edge, and what the edge adds to them. */
import type { IncomingMessage } from "node:http";
import type { Exchange } from "./exchange.ts";

// RFC 9110, 7.6.1: meant for the next hop only. `expect` is answered by our own server.
const HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
];
// The edge says these itself; a client's own words about them are dropped.
const SAID_BY_EDGE = [
  "host",
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-real-ip",
  "x-request-id",
  "x-webhook-came-at",
];
const NOT_FOR_CLIENTS = ["x-powered-by", "x-request-id", "x-webhook-kept"];
// A header with which a client could talk Next's own internals into something (CVE-2025-29927 and its kin).
const NEXT_INTERNAL = /^x-(middleware|nextjs|invoke)-/;

/** Flat list of name and value, for http.request. */
export function headersForNext(exchange: Exchange, publicUrl: URL): string[] {
  const { request } = exchange;
  const out = copyHeaders(request, (name) => SAID_BY_EDGE.includes(name) || isForgedInternal(name));
  out.push("Host", publicUrl.host);
  out.push("X-Forwarded-For", exchange.clientAddress);
  out.push("X-Forwarded-Host", publicUrl.host);
  out.push("X-Forwarded-Proto", publicUrl.protocol.replace(":", ""));
  out.push("X-Request-Id", exchange.requestId);
  return out;
}

/** Flat list of name and value, for response.writeHead. */
export function headersForClient(answer: IncomingMessage, requestId: string): string[] {
  const out = copyHeaders(answer, (name) => NOT_FOR_CLIENTS.includes(name));
  out.push("X-Request-Id", requestId);
  return out;
}

// Next's own pages send x-nextjs-data and x-middleware-prefetch from the browser; both only choose a format.
function isForgedInternal(name: string): boolean {
  return NEXT_INTERNAL.test(name) && name !== "x-nextjs-data" && name !== "x-middleware-prefetch";
}

function copyHeaders(message: IncomingMessage, dropped: (lowerName: string) => boolean): string[] {
  const named = (message.headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  const out: string[] = [];
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    const name = message.rawHeaders[i] ?? "";
    const lower = name.toLowerCase();
    if (HOP_BY_HOP.includes(lower) || named.includes(lower) || dropped(lower)) continue;
    out.push(name, message.rawHeaders[i + 1] ?? "");
  }
  return out;
}
