/**
 * WhatsApp Web on this machine: what the client connects to by WebSocket (Noise, then binary nodes), the phones that it
 * is paired with and writes to, and a control door, all on one port of loopback. The media host has its own, for https.
 */

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { type SimRequest, sendJson, startServer } from "../common/http.ts";
import { receiveArrival } from "./arrivals.ts";
import { answerDoor } from "./door.ts";
import { MediaHost } from "./media/host.ts";
import { loadBaileys } from "./wire/baileys.ts";
import { certificateChain } from "./wire/certificates.ts";
import { Connection, type ServerIdentity } from "./wire/connection.ts";
import { generateKeys, keysOf, type RawKeyPair } from "./wire/keys.ts";
import { World } from "./world.ts";

export interface WhatsAppWebOptions {
  /** 0 or nothing: a free port. */
  port?: number | undefined;
  /** The media host's; 0 or nothing: a free port. */
  mediaPort?: number | undefined;
  /** The root's private key, 32 bytes in hex, for an operator who has to know the public one before. */
  rootKey?: string | undefined;
}

export interface WhatsAppWeb {
  /** `ws://127.0.0.1:PORT/ws/chat`, for WHATSAPP_WEB_URL. */
  url: string;
  /** The root's public key in hex, for WHATSAPP_WEB_PUBLIC_KEY: with it the server's certificates are good. */
  publicKey: string;
  /** `http://127.0.0.1:PORT`; the doors are below `/_sim/`. */
  doorUrl: string;
  port: number;
  /** The media host's certificate (PEM), which signs itself: who uploads and downloads has to trust it. */
  mediaCertificate: string;
  close(): Promise<void>;
}

/**
 * Starts it. Baileys, an optional dependency, is loaded with the first question; where it is not installed, every
 * question is answered with 503.
 */
export async function startWhatsAppWeb(options: WhatsAppWebOptions = {}): Promise<WhatsAppWeb> {
  const root = options.rootKey === undefined ? generateKeys() : keysOf(Buffer.from(options.rootKey, "hex"));
  const media = new MediaHost(root.privateKey);
  await media.listen(options.mediaPort);
  const sockets = new WebSocketServer({ noServer: true });
  let opening: Promise<Opened> | undefined;
  const opened = () => {
    opening ??= open(root, media);
    return opening;
  };
  const server = await startServer({
    port: options.port,
    handle: (request) => opened().then(({ world }) => answer(world, request), refuseWith(request)),
    onUpgrade: (request, socket, head) => {
      opened().then(
        ({ world, identity }) => connect(world, identity, sockets, request, socket, head),
        () => socket.end("HTTP/1.1 503 Service Unavailable\r\n\r\n"),
      );
    },
  });
  return {
    url: `ws://127.0.0.1:${server.port}/ws/chat`,
    publicKey: root.publicKey.toString("hex"),
    doorUrl: server.url,
    port: server.port,
    mediaCertificate: media.certificate.certificate,
    close: async () => {
      await opening?.then(
        ({ world }) => world.close(),
        () => {},
      );
      await Promise.all([server.close(), media.close()]);
    },
  };
}

interface Opened {
  world: World;
  identity: ServerIdentity;
}

async function open(root: RawKeyPair, media: MediaHost): Promise<Opened> {
  const wa = await loadBaileys();
  const keys = generateKeys();
  return { world: new World(wa, media), identity: { wa, keys, certificates: certificateChain(wa, root, keys) } };
}

async function answer(world: World, request: SimRequest): Promise<void> {
  if (!(await answerDoor(world, request))) sendJson(request.res, 404, { error: `there is no ${request.path}` });
}

function refuseWith({ res }: SimRequest): (error: unknown) => void {
  return (error) => sendJson(res, 503, { error: error instanceof Error ? error.message : String(error) });
}

function connect(
  world: World,
  identity: ServerIdentity,
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  sockets.handleUpgrade(request, socket, head, (client) => {
    new Connection(client, identity, {
      arrived: (arrival) => receiveArrival(world, arrival),
      received: () => {},
      closed: () => {},
    });
  });
}
