/** A socket of the WhatsApp Web client without WhatsApp: what the client would tell is told by the test. */
import { EventEmitter } from "node:events";
import type { BaileysEventMap, WAMessage } from "@whiskeysockets/baileys";
import * as client from "@whiskeysockets/baileys";
import type { ClientSocket } from "../whatsapp/client.ts";
import type { OpenSocket, SocketParts } from "../whatsapp/open-socket.ts";

type Sent = { jid: string; message: Parameters<ClientSocket["relayMessage"]>[1]; id: string | undefined };

export class FakeClientSocket {
  readonly parts: SocketParts;
  readonly socket: ClientSocket;
  readonly sent: Sent[] = [];
  readonly presences: string[] = [];
  readonly asked: string[] = [];
  readonly read: string[] = [];
  /** Who is not there. */
  readonly absent = new Set<string>();
  readonly lids = new Map<string, string>();
  /** Whether the server acknowledges what is sent, and with which code it refuses. */
  acks = true;
  refusal: string | null = null;
  /** Whether it answers when it is asked. */
  alive = true;
  /** Whether the client comes back from sending: a process that dies just then never learns that it has. */
  returns = true;
  ended = false;
  loggedOut = false;
  readonly #ev = client.makeEventBuffer(silent);
  readonly #ws = new EventEmitter();

  constructor(parts: SocketParts) {
    this.parts = parts;
    // As the client itself does, before anybody else listens.
    this.#ev.on("creds.update", (update) => Object.assign(parts.auth.creds, update));
    this.socket = this.#made();
  }

  emit<E extends keyof BaileysEventMap>(event: E, told: BaileysEventMap[E]): void {
    this.#ev.emit(event, told);
  }

  /** Pairs it as a phone does, and closes as WhatsApp does then. */
  pair(phone: string): void {
    this.emit("creds.update", { me: { id: `${phone.slice(1)}:7@s.whatsapp.net` }, account: { details: Buffer.of(1) } });
    this.emit("connection.update", { isNewLogin: true, qr: undefined });
    this.close(515);
  }

  open(): void {
    this.emit("connection.update", { connection: "open" });
  }

  close(code: number): void {
    const error = Object.assign(new Error("closed"), { output: { statusCode: code } });
    this.emit("connection.update", { connection: "close", lastDisconnect: { error, date: new Date() } });
  }

  receive(message: WAMessage, type: "notify" | "append" = "notify"): void {
    this.emit("messages.upsert", { messages: [message], type });
  }

  #made(): ClientSocket {
    const { auth } = this.parts;
    const lidMapping = {
      getPNForLID: async (lid: string) => this.lids.get(lid) ?? null,
      getLIDForPN: async () => null,
      storeLIDPNMappings: async () => {},
    };
    const partial: Partial<Record<keyof ClientSocket, unknown>> = {
      ev: this.#ev,
      ws: this.#ws,
      authState: auth,
      signalRepository: { lidMapping },
      query: () => (this.alive ? Promise.resolve({ tag: "iq", attrs: {} }) : new Promise(() => {})),
      relayMessage: (jid: string, message: Sent["message"], options: { messageId?: string }) =>
        this.#send({ jid, message, id: options.messageId }),
      waUploadToServer: async () => ({ mediaUrl: "https://mmg.whatsapp.net/v/file", directPath: "/v/file" }),
      sendPresenceUpdate: async (type: string) => void this.presences.push(type),
      onWhatsApp: async (phone: string) => {
        this.asked.push(phone);
        return [{ jid: `${phone.slice(1)}@s.whatsapp.net`, exists: !this.absent.has(phone) }];
      },
      readMessages: async (keys: { id?: string | null }[]) => void this.read.push(...keys.map(({ id }) => id ?? "")),
      requestPairingCode: async (phone: string) => {
        this.emit("creds.update", { me: { id: `${phone}@s.whatsapp.net` }, pairingCode: "ABCD2345" });
        return "ABCD2345";
      },
      logout: async () => {
        this.loggedOut = true;
      },
      end: async () => {
        this.ended = true;
      },
    };
    return partial as ClientSocket;
  }

  async #send(sent: Sent) {
    this.sent.push(sent);
    const attrs = { id: sent.id ?? "", ...(this.refusal === null ? {} : { error: this.refusal }) };
    if (this.acks) this.#ws.emit("CB:ack,class:message", { tag: "ack", attrs });
    // The client tells what the server has refused, too.
    if (this.acks && this.refusal !== null)
      this.emit("messages.update", [
        {
          key: { id: attrs.id, fromMe: true },
          update: { status: client.proto.WebMessageInfo.Status.ERROR, messageStubParameters: [this.refusal] },
        },
      ]);
    if (!this.returns) await new Promise(() => {});
    return sent.id ?? "";
  }
}

/** Opens such sockets, and lets a test wait for the next one that it has not seen. */
export function fakeSockets(): { open: OpenSocket; next(): Promise<FakeClientSocket> } {
  const unseen: FakeClientSocket[] = [];
  const waiting: ((socket: FakeClientSocket) => void)[] = [];
  return {
    open: (parts) => {
      const made = new FakeClientSocket(parts);
      const first = waiting.shift();
      if (first) first(made);
      else unseen.push(made);
      return made.socket;
    },
    next: () => {
      const there = unseen.shift();
      return there ? Promise.resolve(there) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

const silent = {
  level: "silent",
  child: () => silent,
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
};

/** A message as the client tells it. */
export function incoming(
  from: string,
  id: string,
  message: WAMessage["message"],
  over: Partial<WAMessage> = {},
): WAMessage {
  return {
    key: { remoteJid: from, id, fromMe: false },
    message,
    messageTimestamp: Math.floor(Date.now() / 1000),
    pushName: "נועה",
    ...over,
  };
}
