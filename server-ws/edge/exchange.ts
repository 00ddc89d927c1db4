/** One request on its way through the edge: who asks, under which id, and what is logged when it is over. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "#lib/log.ts";

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  requestId: string;
  /** The path without its query. */
  pathname: string;
  /** The address of whoever asks, as far as it can be trusted. */
  clientAddress: string;
  kind: RouteKind;
  log: Log;
  /** performance.now() at arrival. */
  arrivedAt: number;
}

/** What sort of answer is expected; also the label in the metrics, so the list stays short. */
export type RouteKind = "own" | "webhook" | "api" | "asset" | "page";

/** What the edge answers itself, so that it works whatever Next is doing. */
export const OWN_PATHS = ["/healthz", "/readyz", "/version", "/metrics"] as const;

const WELL_FORMED_ID = /^[\w.-]{8,128}$/;

/** The caller's own request id when it is well-formed, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && WELL_FORMED_ID.test(given) ? given : randomUUID();
}

/** The path of the request's target; undefined when it is not a path at all (`GET http://elsewhere/`, `OPTIONS *`). */
export function pathnameOf(request: IncomingMessage): string | undefined {
  const target = request.url ?? "";
  return target.startsWith("/") ? target.split("?", 1)[0] : undefined;
}

/** The path as it may be logged: whoever knows the random name of a payment's page, a file or a sentence has it. */
export function loggedPath(pathname: string): string {
  return pathname.replace(/^(\/(?:pay|api\/pay|media|static\/voice)\/)[^/]+/, "$1…");
}

/**
 * Whether the percents of a target stand for text: "%", "%E0%A4%A" and "%ff" in a path do not, which Next answers with a
 * 500. NUL is no text anywhere: the pages would look for it in a database that cannot hold it.
 */
export function isReadable({ url = "" }: IncomingMessage, pathname: string): boolean {
  if (url.includes("%00")) return false;
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

export function routeKind(pathname: string): RouteKind {
  if (OWN_PATHS.some((own) => own === pathname)) return "own";
  if (pathname.startsWith("/webhook/") || pathname === "/api/v1/whatsapp/webhook") return "webhook";
  if (pathname.startsWith("/api/")) return "api";
  if (pathname.startsWith("/_next/") || pathname.startsWith("/static/")) return "asset";
  return "page";
}

/**
 * Who really asks. What a client writes into X-Forwarded-For is worth nothing, unless we run behind a load balancer:
 * then the last entry was added by the balancer itself. A balancer is there when the public name is not of this
 * machine and the connection comes from a private address; anybody on the open internet has a public one.
 */
export function clientAddressOf(request: IncomingMessage, publicUrl: URL): string {
  const peer = plainAddress(request.socket.remoteAddress ?? "");
  if (isLoopbackHost(publicUrl.hostname) || !isPrivate(peer)) return peer;
  const forwarded = request.headers["x-forwarded-for"];
  const chain = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "")).split(",");
  return plainAddress(chain.at(-1)?.trim() ?? "") || peer;
}

/** True for this machine's own addresses and names. */
export function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127\./.test(host);
}

/** IPv4 inside IPv6 (`::ffff:10.0.0.1`) is the same address. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:/i, "");
}

// RFC 1918, RFC 6598 (carrier-grade NAT, used inside clusters), RFC 4193, link-local and loopback.
const PRIVATE =
  /^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe80:|::1$)/i;

function isPrivate(address: string): boolean {
  return PRIVATE.test(address);
}
