/** The way to Next on loopback: one request there, and its answer back, without keeping either in memory. */
import { Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { pipeline, Transform } from "node:stream";
import type { Exchange } from "./exchange.ts";
import { headersForClient, headersForNext } from "./headers.ts";

export interface NextServer {
  host: string;
  port: number;
  agent: Agent;
  publicUrl: URL;
}

/** A connection pool to Next; `agent.destroy()` closes it. */
export function nextServer(address: { host: string; port: number }, publicUrl: URL): NextServer {
  return { ...address, publicUrl, agent: new Agent({ keepAlive: true, maxFreeSockets: 64, scheduling: "lifo" }) };
}

export type Body =
  /** Read already; can be sent again. */
  | { kind: "whole"; bytes: Buffer }
  /** Passed on as it comes, up to this many bytes. */
  | { kind: "streamed"; maxBytes: number };

export type NextAnswer =
  | { kind: "answer"; message: IncomingMessage }
  /** Nothing came back. `sent`: whether Next may have seen the request. */
  | { kind: "unreachable"; sent: boolean; error: NodeJS.ErrnoException }
  | { kind: "too_slow" }
  | { kind: "too_large" }
  | { kind: "client_gone" };

/** Sends the request of an exchange to Next; resolves when the answer's headers are there, or with why they are not. */
export function askNext(exchange: Exchange, next: NextServer, body: Body, withinMs: number): Promise<NextAnswer> {
  return new Promise((resolve) => {
    const { request, response } = exchange;
    const upstream = httpRequest({
      host: next.host,
      port: next.port,
      agent: next.agent,
      method: request.method ?? "GET",
      path: request.url ?? "/",
      headers: [...headersForNext(exchange, next.publicUrl), ...framing(request, body)],
      setDefaultHeaders: false,
    });
    let connected = false;
    const finish = (answer: NextAnswer) => {
      clearTimeout(timer);
      response.off("close", clientGone);
      if (answer.kind !== "answer") upstream.destroy();
      resolve(answer);
    };
    const clientGone = () => finish({ kind: "client_gone" });
    const timer = setTimeout(() => finish({ kind: "too_slow" }), withinMs);
    response.once("close", clientGone);
    upstream.on("socket", (socket) => {
      connected = !socket.connecting;
      // One that is used again is connected already: a listener would stay on it, and with it this whole exchange.
      if (connected) return;
      socket.once("connect", () => {
        connected = true;
      });
    });
    upstream.once("response", (message) => finish({ kind: "answer", message }));
    // Stays after the answer: a connection that breaks later shows as an aborted answer.
    upstream.on("error", (error) => finish({ kind: "unreachable", sent: connected, error }));
    sendBody(request, upstream, body, () => finish({ kind: "too_large" }));
  });
}

/** Passes Next's answer on. Resolves when it is over, however it ended. */
export function passOn(exchange: Exchange, answer: IncomingMessage): Promise<void> {
  const { response, requestId } = exchange;
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headersForClient(answer, requestId));
  // Streamed pages and events must not wait for the first byte of their body; what is whole goes out in one piece.
  if (!isWhole(answer)) response.flushHeaders();
  return new Promise((resolve) => {
    pipeline(answer, response, (error) => {
      // A client that goes away in the middle is everyday life; half an answer of Next is worth a line.
      if (error && !answer.complete && !response.writableFinished && !response.destroyed) {
        exchange.log.warn({ err: error }, "the answer broke off");
      }
      answer.destroy();
      resolve();
    });
  });
}

function isWhole({ headers, statusCode }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || statusCode === 204;
}

/** True when the request has no body, so that sending it again changes nothing. */
export function hasBody(request: IncomingMessage): boolean {
  const length = request.headers["content-length"];
  return request.headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

function framing(request: IncomingMessage, body: Body): string[] {
  if (body.kind === "whole") {
    // The client's own Content-Length is passed on with the other headers; a chunked body has none.
    return request.headers["content-length"] === undefined && body.bytes.length > 0
      ? ["Content-Length", String(body.bytes.length), "Connection", "keep-alive"]
      : ["Connection", "keep-alive"];
  }
  return request.headers["transfer-encoding"] === undefined
    ? ["Connection", "keep-alive"]
    : ["Transfer-Encoding", "chunked", "Connection", "keep-alive"];
}

function sendBody(request: IncomingMessage, upstream: ClientRequest, body: Body, tooLarge: () => void): void {
  if (body.kind === "whole") {
    upstream.end(body.bytes);
    return;
  }
  if (!hasBody(request)) {
    upstream.end();
    return;
  }
  let seenBytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seenBytes += chunk.length;
      if (seenBytes <= body.maxBytes) return done(null, chunk);
      tooLarge();
      done(new Error("the body is larger than allowed"));
    },
  });
  // Not pipeline(): it would destroy the client's connection together with a failed upstream, and the refusal with it.
  request.pipe(counted).pipe(upstream);
  counted.on("error", () => request.unpipe(counted).resume());
  upstream.on("error", () => request.unpipe(counted).resume());
}
