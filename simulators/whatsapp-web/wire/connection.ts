import type { WebSocket } from "ws";
import type { Baileys, BinaryNode, proto } from "./baileys.ts";
import { FrameReader, frame, HEADER } from "./frames.ts";
import type { RawKeyPair } from "./keys.ts";
import { node, resultOf } from "./nodes.ts";
import { NoiseHandshake, type NoiseTransport } from "./noise.ts";

/** How the server behaves on a line that looks open: nothing gets through any more, or pings alone. */
export type Deadness = "silent" | "only_pings";

/** A client whose handshake is done: its key, and what it wants. */
export interface Arrival {
  connection: Connection;
  clientStatic: Buffer;
  payload: proto.ClientPayload;
}

export interface ConnectionEvents {
  /** The handshake is done. */
  arrived(arrival: Arrival): void;
  received(received: BinaryNode): void | Promise<void>;
  closed(): void;
}

export interface ServerIdentity {
  wa: Baileys;
  keys: RawKeyPair;
  certificates: Uint8Array;
}

/** One client's line: from the first byte to its end. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #server: ServerIdentity;
  readonly #reader = new FrameReader();
  readonly #handshake: NoiseHandshake;
  #events: ConnectionEvents;
  #transport: NoiseTransport | undefined;
  /** Messages are worked on one after the other. */
  #work: Promise<void> = Promise.resolve();
  #saidHello = false;
  /** Undefined: alive. */
  deadness: Deadness | undefined;

  constructor(socket: WebSocket, server: ServerIdentity, events: ConnectionEvents) {
    this.#socket = socket;
    this.#server = server;
    this.#events = events;
    this.#handshake = new NoiseHandshake(server.keys, HEADER);
    socket.on("message", (data: Buffer) => this.#receive(data));
    socket.on("close", () => this.#events.closed());
    socket.on("error", () => socket.terminate());
  }

  /** From now on this one is told. */
  handOver(events: Pick<ConnectionEvents, "received" | "closed">): void {
    this.#events = { ...this.#events, ...events };
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Sends a node; what is sent on a line that is dead or gone is lost, as in the world. */
  send(sent: BinaryNode): void {
    if (this.deadness === undefined) this.#write(sent);
  }

  /** Says why, then ends the stream as the server does. */
  end(reason?: BinaryNode): void {
    this.deadness = undefined;
    if (reason) this.send(reason);
    this.send(node("xmlstreamend"));
    this.#socket.close();
  }

  /** The line is gone without a word. */
  cut(): void {
    this.#socket.terminate();
  }

  #receive(data: Buffer): void {
    try {
      for (const bytes of this.#reader.push(data)) this.#accept(bytes);
    } catch {
      this.cut();
    }
  }

  #accept(bytes: Buffer): void {
    if (this.#transport === undefined) {
      this.#shakeHands(bytes);
      return;
    }
    const plain = this.#transport.decrypt(bytes);
    this.#work = this.#work
      .then(async () => {
        const received = await this.#server.wa.decodeBinaryNode(plain);
        if (this.deadness === undefined) await this.#events.received(received);
        else if (this.deadness === "only_pings" && isPing(received)) this.#write(resultOf(received));
      })
      .catch((error: unknown) => {
        console.error("simulated WhatsApp:", error);
        this.cut();
      });
  }

  #write(sent: BinaryNode): void {
    if (this.#transport === undefined || !this.isOpen) return;
    this.#socket.send(frame(this.#transport.encrypt(this.#server.wa.encodeBinaryNode(sent))));
  }

  #shakeHands(bytes: Buffer): void {
    const { HandshakeMessage, ClientPayload } = this.#server.wa.proto;
    const { clientHello, clientFinish } = HandshakeMessage.decode(bytes);
    if (!this.#saidHello && clientHello?.ephemeral) {
      this.#saidHello = true;
      const serverHello = this.#handshake.hello(clientHello.ephemeral, this.#server.certificates);
      this.#socket.send(frame(HandshakeMessage.encode({ serverHello }).finish()));
      return;
    }
    if (!this.#saidHello || !clientFinish?.static || !clientFinish.payload) throw new Error("no Noise handshake");
    const { clientStatic, payload } = this.#handshake.finish(clientFinish.static, clientFinish.payload);
    this.#transport = this.#handshake.transport();
    this.#events.arrived({ connection: this, clientStatic, payload: ClientPayload.decode(payload) });
  }
}

export function isPing({ tag, attrs }: BinaryNode): boolean {
  return tag === "iq" && attrs.xmlns === "w:p";
}
