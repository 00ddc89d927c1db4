/** The few routes that the edge answers itself, so that they work whatever Next is doing. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Registry } from "prom-client";
import { type Exchange, isLoopbackHost, plainAddress } from "./exchange.ts";
import { refuse } from "./refusals.ts";

export interface Readiness {
  status: "ok" | "degraded" | "down";
}

export interface OwnRoutes {
  /** The whole report of /readyz; `down` is answered with 503. */
  readiness(): Promise<Readiness>;
  version: { name: string; version: string; commit: string; build_time: string };
  metrics: Registry;
  /** Lets somebody who is not on this machine read /metrics. */
  metricsToken: string | undefined;
}

/** Answers one of OWN_PATHS. */
export async function answerOwnRoute(exchange: Exchange, routes: OwnRoutes): Promise<void> {
  switch (exchange.pathname) {
    case "/healthz":
      answer(exchange, 200, "text/plain; charset=utf-8", "ok");
      return;
    case "/readyz": {
      const report = await routes.readiness();
      answerJson(exchange, report.status === "down" ? 503 : 200, report);
      return;
    }
    case "/version":
      answerJson(exchange, 200, routes.version);
      return;
    case "/metrics":
      if (mayReadMetrics(exchange, routes.metricsToken)) {
        answer(exchange, 200, routes.metrics.contentType, await routes.metrics.metrics());
      } else {
        // As if it were not there: who may not read it need not know of it.
        refuse(exchange, "not_found");
      }
      return;
    default:
      refuse(exchange, "not_found");
  }
}

function mayReadMetrics({ request }: Exchange, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token && given) return sameSecret(given, token);
  // A reverse proxy on this machine is also a loopback peer; its forwarding headers give the stranger away.
  const forwarded = request.headers["x-forwarded-for"] ?? request.headers.forwarded ?? request.headers["x-real-ip"];
  return forwarded === undefined && isLoopbackHost(plainAddress(request.socket.remoteAddress ?? ""));
}

// Equal lengths by hashing, so that the comparison tells nothing about the token.
function sameSecret(given: string, expected: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function answerJson(exchange: Exchange, status: number, body: unknown): void {
  answer(exchange, status, "application/json; charset=utf-8", JSON.stringify(body));
}

function answer({ request, response, requestId }: Exchange, status: number, contentType: string, body: string): void {
  response.writeHead(status, {
    "Content-Type": contentType,
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Request-Id": requestId,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
