/** A tiny application behind the phone network, for its tests: answers TwiML and takes media streams. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";
import { type WebSocket, WebSocketServer } from "ws";
import { type RunningPhoneNetwork, startPhoneNetwork } from "../index.ts";

export const ACCOUNT_SID = `AC${"0123456789abcdef".repeat(2)}`;
export const AUTH_TOKEN = "f".repeat(32);
export const BUSINESS = "+97231234567";
export const CALLER = "+972501234567";

export interface Answer {
  status?: number;
  type?: string;
  body?: string | Uint8Array;
}
interface Received {
  path: string;
  method: string;
  form: Record<string, string>;
  signed: boolean;
  headers: IncomingMessage["headers"];
}
type Route = (form: Record<string, string>) => Answer | string | Promise<Answer | string>;

export class TestApplication {
  readonly received: Received[] = [];
  readonly upgrades: { signed: boolean }[] = [];
  routes: Record<string, Route> = {};
  onStream: (socket: WebSocket) => void = () => {};
  url = "";
  #watchers = new Set<() => void>();
  readonly #server = createServer((req, res) => {
    void this.#answer(req).then(({ status = 200, type = "text/xml", body = "" }) => {
      res.writeHead(status, { "content-type": type }).end(body);
    });
  });
  readonly #sockets = new WebSocketServer({ noServer: true });

  async start(): Promise<void> {
    this.#server.on("upgrade", (req, socket, head) => {
      const signed = twilio.validateRequest(AUTH_TOKEN, signatureOf(req), this.wsUrl(req.url ?? ""), {});
      this.upgrades.push({ signed });
      if (req.url === "/refuse") {
        socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
        return;
      }
      if (req.url === "/stall") return;
      this.#sockets.handleUpgrade(req, socket, head, (ws) => this.onStream(ws));
    });
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  wsUrl(path = "/media"): string {
    return `${this.url.replace("http", "ws")}${path}`;
  }

  /** Resolves with the first request to a path, past or future. */
  until(path: string): Promise<Received> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.received.find((request) => request.path === path);
        if (!found) return;
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
    });
  }

  paths(): string[] {
    return this.received.map(({ path }) => path);
  }

  close(): void {
    for (const client of this.#sockets.clients) client.terminate();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(req: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
    const [path = ""] = (req.url ?? "").split("?");
    const signed = twilio.validateRequest(AUTH_TOKEN, signatureOf(req), `${this.url}${req.url}`, form);
    this.received.push({ path, method: req.method ?? "", form, signed, headers: req.headers });
    const answer = (await this.routes[path]?.(form)) ?? { status: 404, type: "text/plain" };
    for (const watcher of this.#watchers) watcher();
    return typeof answer === "string" ? { body: twiml(answer) } : answer;
  }
}

export function twiml(verbs: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`;
}

/** A network with one number that rings the application at /voice. */
export async function startWorld(
  options: Partial<Parameters<typeof startPhoneNetwork>[0]> = {},
): Promise<{ app: TestApplication; phone: RunningPhoneNetwork; close: () => Promise<void> }> {
  const app = new TestApplication();
  await app.start();
  app.routes["/status"] = () => ({ status: 204 });
  const phone = await startPhoneNetwork({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    numbers: [{ number: BUSINESS, voiceUrl: `${app.url}/voice`, statusCallback: `${app.url}/status` }],
    speed: 10,
    ...options,
  });
  return {
    app,
    phone,
    close: async () => {
      await phone.close();
      app.close();
    },
  };
}

/** A client of one stream that keeps what it got and can wait for it. */
class StreamClient {
  readonly messages: StreamEvent[] = [];
  readonly socket: WebSocket;
  #watchers = new Set<() => void>();

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data: Buffer) => {
      this.messages.push(JSON.parse(data.toString("utf8")) as StreamEvent);
      for (const watcher of this.#watchers) watcher();
    });
  }

  get streamSid(): string {
    return this.messages.find(({ event }) => event === "start")?.streamSid ?? "";
  }

  until(wanted: (message: StreamEvent) => boolean): Promise<StreamEvent> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.messages.find(wanted);
        if (!found) return;
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
    });
  }

  send(message: Record<string, unknown>): void {
    this.socket.send(JSON.stringify({ streamSid: this.streamSid, ...message }));
  }

  media(audio: Uint8Array): void {
    this.send({ event: "media", media: { payload: Buffer.from(audio).toString("base64") } });
  }

  mark(name: string): void {
    this.send({ event: "mark", mark: { name } });
  }

  /** The caller's audio as it came. */
  audio(): Buffer {
    return Buffer.concat(this.messages.flatMap(({ media }) => (media ? [Buffer.from(media.payload, "base64")] : [])));
  }
}

export interface StreamEvent {
  event: string;
  sequenceNumber?: string;
  streamSid?: string;
  start?: {
    callSid: string;
    accountSid: string;
    tracks: string[];
    customParameters: Record<string, string>;
    mediaFormat: unknown;
  };
  media?: { payload: string; chunk: string; timestamp: string; track: string };
  mark?: { name: string };
  dtmf?: { digit: string; track: string };
  stop?: { callSid: string; accountSid: string };
}

/** Resolves with the client of the next stream once its `start` is there. */
export function nextStream(app: TestApplication): Promise<StreamClient> {
  return new Promise((resolve) => {
    app.onStream = (socket) => {
      const client = new StreamClient(socket);
      void client.until(({ event }) => event === "start").then(() => resolve(client));
    };
  });
}

function signatureOf(req: IncomingMessage): string {
  return String(req.headers["x-twilio-signature"] ?? "");
}
