/** What every simulator needs of HTTP: a server on loopback, bodies with a limit, answers, and a log of the requests. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

export interface SimRequest {
  method: string;
  /** The path without the query, percent-encoding kept. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** When the request arrived, epoch milliseconds with a fraction. */
  at: number;
  req: IncomingMessage;
  res: ServerResponse;
}

export interface SimServer {
  port: number;
  url: string;
  server: Server;
  /** Destroys every open connection and stops listening. */
  close(): Promise<void>;
}

interface SimServerOptions {
  /** 0 or nothing: a free port. */
  port?: number | undefined;
  /** Larger bodies are answered with 413 and never reach the handler. Default 30 MB. */
  maxBodyBytes?: number;
  handle: (request: SimRequest) => void | Promise<void>;
  onUpgrade?: (req: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

class BodyTooLarge extends Error {}

/** Starts an HTTP server on 127.0.0.1. A handler that throws is a 500 with the message in `error`, and a line on stderr. */
export async function startServer(options: SimServerOptions): Promise<SimServer> {
  const maxBodyBytes = options.maxBodyBytes ?? 30 * 1024 * 1024;
  const server = createServer((req, res) => {
    serve(req, res, maxBodyBytes, options.handle).catch((error: unknown) => refuse(res, error));
  });
  const sockets = new Set<Duplex>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  if (options.onUpgrade) server.on("upgrade", options.onUpgrade);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  maxBodyBytes: number,
  handle: SimServerOptions["handle"],
): Promise<void> {
  const at = now();
  const body = await readBody(req, maxBodyBytes);
  const target = req.url ?? "/";
  const cut = target.indexOf("?");
  const path = cut < 0 ? target : target.slice(0, cut);
  const query = new URLSearchParams(cut < 0 ? "" : target.slice(cut + 1));
  await handle({ method: req.method ?? "GET", path, query, headers: req.headers, body, at, req, res });
}

function refuse(res: ServerResponse, error: unknown): void {
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  if (error instanceof BodyTooLarge) {
    sendJson(res, 413, { error: "body too large" });
    return;
  }
  console.error("simulator:", error);
  sendJson(res, 500, { error: error instanceof Error ? error.message : String(error) });
}

async function readBody(req: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Epoch milliseconds with a fraction, steady within the process. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  send(res, status, "application/json; charset=utf-8", JSON.stringify(body), headers);
}

export function send(
  res: ServerResponse,
  status: number,
  contentType: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.byteLength;
  res.writeHead(status, { "content-type": contentType, "content-length": length, ...headers });
  res.end(body);
}

/** The body as JSON; throws a SyntaxError when it is none. */
export function jsonBody(request: SimRequest): unknown {
  return JSON.parse(request.body.toString("utf8"));
}

interface LoggedRequest {
  id: number;
  /** Epoch milliseconds with a fraction. */
  at: number;
  step: string;
  tookMs: number;
  status: number;
  detail: unknown;
}

/** The last requests that a simulator answered: a ring, so that a long bench does not fill the memory. */
export class RequestLog {
  #items: LoggedRequest[] = [];
  #lastId = 0;
  readonly #capacity: number;

  constructor(capacity = 5000) {
    this.#capacity = capacity;
  }

  record(entry: Omit<LoggedRequest, "id">): LoggedRequest {
    this.#lastId += 1;
    const item = { id: this.#lastId, ...entry };
    this.#items.push(item);
    if (this.#items.length > this.#capacity * 2) this.#items = this.#items.slice(-this.#capacity);
    return item;
  }

  /** What came after the request with this id, oldest first. */
  after(id: number): LoggedRequest[] {
    return this.#items.slice(-this.#capacity).filter((item) => item.id > id);
  }
}
