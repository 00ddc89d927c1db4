/**
 * WhatsApp Web on this machine: what the client connects to by WebSocket (Noise, then binary nodes), the phones that it
 * is paired with and writes to, and a control door, all on one port of loopback.
 */
import { WebSocketServer } from "ws";
import { sendJson, startServer } from "../common/http.ts";
import { receiveArrival } from "./arrivals.ts";
import { answerDoor } from "./door.ts";
import { MediaHost } from "./media/host.ts";
import { loadBaileys } from "./wire/baileys.ts";
import { certificateChain } from "./wire/certificates.ts";
import { Connection } from "./wire/connection.ts";
import { generateKeys, keysOf } from "./wire/keys.ts";
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

/** Starts it. Rejects when the optional dependency Baileys is not installed. */
export async function startWhatsAppWeb(options: WhatsAppWebOptions = {}): Promise<WhatsAppWeb> {
  const wa = await loadBaileys();
  const root = options.rootKey === undefined ? generateKeys() : keysOf(Buffer.from(options.rootKey, "hex"));
  const media = new MediaHost(root.privateKey);
  await media.listen(options.mediaPort);
  const keys = generateKeys();
  const identity = { wa, keys, certificates: certificateChain(wa, root, keys) };
  const world = new World(wa, media);
  const sockets = new WebSocketServer({ noServer: true });
  const server = await startServer({
    port: options.port,
    handle: async (request) => {
      if (!(await answerDoor(world, request))) sendJson(request.res, 404, { error: `there is no ${request.path}` });
    },
    onUpgrade: (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, (client) => {
        new Connection(client, identity, {
          arrived: (arrival) => receiveArrival(world, arrival),
          received: () => {},
          closed: () => {},
        });
      });
    },
  });
  return {
    url: `ws://127.0.0.1:${server.port}/ws/chat`,
    publicKey: root.publicKey.toString("hex"),
    doorUrl: server.url,
    port: server.port,
    mediaCertificate: media.certificate.certificate,
    close: async () => {
      world.close();
      await Promise.all([server.close(), media.close()]);
    },
  };
}
