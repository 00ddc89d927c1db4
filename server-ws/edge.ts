/** The one public port: sockets stay here, everything else goes on to Next on loopback. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import { z } from "zod";
import type { Log } from "#lib/log.ts";
import {
  clientAddressOf,
  type Exchange,
  isReadable,
  loggedPath,
  pathnameOf,
  requestIdOf,
  routeKind,
} from "./edge/exchange.ts";
import { type NextServer, nextServer } from "./edge/next.ts";
import { answerOwnRoute, type OwnRoutes } from "./edge/own-routes.ts";
import { proxyPage } from "./edge/pages.ts";
import { refuse } from "./edge/refusals.ts";
import { openUndelivered } from "./edge/undelivered.ts";
import { handleUpgrade, type UpgradeHandler } from "./edge/upgrades.ts";
import { proxyWebhook, type WebhookDoor } from "./edge/webhooks.ts";

export interface EdgeOptions {
  /** Port 0 takes a free one; without a host, every address of this machine. Or our parent hands connections to us. */
  listen: { host?: string; port: number } | "handed_over";
  next: { host: string; port: number };
  publicUrl: URL;
  log: Log;
  own: OwnRoutes;
  webhooks: Omit<WebhookDoor, "next" | "undelivered">;
  /** The folder for webhooks that wait for Next. */
  undeliveredFolder: string;
  upgrades: ReadonlyMap<string, UpgradeHandler>;
  /** Live reload's socket goes to Next only in development. */
  development: boolean;
  onRequest(request: { kind: string; status: number; tookMs: number }): void;
}

export interface Edge {
  port: number;
  /** Stops accepting; requests that are running have up to `graceMs` to end. */
  close(graceMs?: number): Promise<void>;
}

/** What a browser, a provider or a client of the API may ask; TRACE and its like have no answer here. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const HEADERS_WITHIN_MS = 15_000;
const REQUEST_WITHIN_MS = 120_000;
// Longer than a load balancer keeps its own idle connections (60 s), so that it never writes into a closed one.
const KEEP_ALIVE_MS = 75_000;

/** A server has to listen somewhere to keep its time limits; where connections are handed over, nobody asks here. */
const INNER = { host: "127.0.0.1", port: 0 };

/** Starts listening. Rejects when the port is taken. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const next = nextServer(options.next, options.publicUrl);
  const undelivered = openUndelivered({
    folder: options.undeliveredFolder,
    nextOrigin: `http://${options.next.host}:${options.next.port}`,
    publicUrl: options.publicUrl,
    log: options.log,
  });
  const door: WebhookDoor = { ...options.webhooks, next, undelivered };
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    // An offer of anything else (h2c, which curl makes by itself) is not taken up: the request is answered as it is.
    shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === "websocket",
  });

  server.on("request", (request, response) => void handle(request, response, options, next, door));
  server.on("upgrade", (request, socket, head) => {
    const { upgrades, development, log } = options;
    handleUpgrade({ handlers: upgrades, developmentNext: development ? next : undefined, log }, request, socket, head);
  });
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await listen(server, options.listen === "handed_over" ? INNER : options.listen);
  if (options.listen === "handed_over") takeConnections(server);
  await undelivered.deliver();

  return {
    port: (server.address() as AddressInfo).port,
    async close(graceMs = 5_000) {
      undelivered.close();
      await closeServer(server, sockets, graceMs);
      next.agent.destroy();
    },
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: EdgeOptions,
  next: NextServer,
  door: WebhookDoor,
): Promise<void> {
  const requestId = requestIdOf(request);
  const pathname = pathnameOf(request) ?? "";
  const exchange: Exchange = {
    request,
    response,
    requestId,
    pathname,
    clientAddress: clientAddressOf(request, options.publicUrl),
    kind: routeKind(pathname),
    log: options.log.child({ request_id: requestId, method: request.method, path: loggedPath(pathname) }),
    arrivedAt: performance.now(),
  };
  response.once("close", () => finished(exchange, options));
  response.on("error", () => response.destroy());
  try {
    if (pathname === "" || !isReadable(request, pathname)) return refuse(exchange, "bad_target");
    if (!METHODS.has(request.method ?? "")) return refuse(exchange, "bad_method");
    if (exchange.kind === "own") return await answerOwnRoute(exchange, options.own);
    if (exchange.kind === "webhook") return await proxyWebhook(exchange, door);
    return await proxyPage(exchange, next);
  } catch (error) {
    exchange.log.error({ err: error }, "the edge failed");
    refuse(exchange, "bad_gateway");
  }
}

function finished({ response, kind, arrivedAt, log }: Exchange, options: EdgeOptions): void {
  const tookMs = performance.now() - arrivedAt;
  // 499: the client went away before there was an answer (nginx's word for it).
  const status = response.headersSent ? response.statusCode : 499;
  options.onRequest({ kind, status, tookMs });
  const line = { status, took_ms: Math.round(tookMs * 10) / 10 };
  // A probe that asks every second whether we are ready must not fill the log with the answer.
  if (kind === "own") log.debug(line, "request");
  else if (status >= 500) log.error(line, "request");
  else if (kind === "webhook" || status >= 400) log.info(line, "request");
  else log.debug(line, "request");
}

function listen(server: Server, address: EdgeOptions["listen"]): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

const handedOver = z.object({ type: z.literal("connection"), id: z.number() });

/** From now on the connections that our parent has accepted are ours. */
function takeConnections(server: Server): void {
  process.on("message", (message, socket) => {
    process.send?.({ type: "taken", id: handedOver.parse(message).id });
    // It may have been closed on its way.
    if (socket instanceof Socket) takeConnection(server, socket);
  });
  process.send?.({ type: "accepting" });
}

/**
 * Serves a connection that somebody else has accepted, as if the server had: also without waiting for more before a small
 * packet goes out. Left to Nagle's algorithm every answer, and every frame of a call, would come up to 40 ms later.
 */
export function takeConnection(server: Server, socket: Socket): void {
  socket.setNoDelay(true);
  server.emit("connection", socket);
  socket.resume();
}

async function closeServer(server: Server, sockets: Set<Socket>, graceMs: number): Promise<void> {
  server.close();
  server.closeIdleConnections();
  // The sockets are counted here: the server forgets those that became websockets, and those that were handed over.
  const allGone = Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once("close", resolve))));
  const timer = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, graceMs);
  await allGone;
  clearTimeout(timer);
}
