/** Websocket upgrades: ours are handed to their owner, Next's (only in development) are passed through, others refused. */
import { request as httpRequest, type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Log } from "#lib/log.ts";
import { pathnameOf, requestIdOf } from "./exchange.ts";
import type { NextServer } from "./next.ts";

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer, requestId: string) => void;

export interface UpgradeDoor {
  /** By exact path. */
  handlers: ReadonlyMap<string, UpgradeHandler>;
  /** Where live reload goes; undefined outside development. */
  developmentNext: NextServer | undefined;
  log: Log;
}

export function handleUpgrade(door: UpgradeDoor, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  // Without a listener a reset connection would be an uncaught error of the whole process.
  socket.on("error", () => socket.destroy());
  const requestId = requestIdOf(request);
  const pathname = pathnameOf(request);
  const handler = pathname === undefined ? undefined : door.handlers.get(pathname);
  if (handler) {
    handler(request, socket, head, requestId);
  } else if (door.developmentNext) {
    passThrough(door.developmentNext, request, socket, head);
  } else {
    door.log.info({ request_id: requestId, path: pathname }, "an upgrade to nowhere");
    refuseUpgrade(socket, 404, requestId);
  }
}

/** Answers an upgrade request with a plain HTTP status and closes the connection. */
export function refuseUpgrade(socket: Duplex, status: number, requestId: string): void {
  const text = `${STATUS_CODES[status] ?? "Error"}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Error"}\r\nConnection: close\r\nContent-Type: text/plain\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\nX-Request-Id: ${requestId}\r\n\r\n${text}`,
  );
}

function passThrough(next: NextServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const upstream = httpRequest({
    host: next.host,
    port: next.port,
    path: request.url ?? "/",
    headers: request.rawHeaders,
    setDefaultHeaders: false,
  });
  upstream.on("error", () => socket.destroy());
  upstream.on("response", () => socket.destroy());
  upstream.on("upgrade", (answer, nextSocket, nextHead) => {
    nextSocket.on("error", () => socket.destroy());
    const lines = [`HTTP/1.1 101 ${answer.statusMessage ?? "Switching Protocols"}`];
    for (let i = 0; i + 1 < answer.rawHeaders.length; i += 2)
      lines.push(`${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}`);
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    socket.write(nextHead);
    nextSocket.write(head);
    nextSocket.pipe(socket).pipe(nextSocket);
  });
  upstream.end();
}
