import type { ChildProcess } from "node:child_process";
import { createServer, type Server, type Socket } from "node:net";
import { z } from "zod";

/** Somebody who rings in the second in which the edge is started again waits; after so long nobody does. */
const HOLD_MS = 10_000;
const MOST_HELD = 1_000;

const fromEdge = z.discriminatedUnion("type", [
  z.object({ type: z.literal("accepting") }),
  /** This connection is the edge's own now. */
  z.object({ type: z.literal("taken"), id: z.number() }),
]);

/**
 * The product's public port. The supervisor holds it and hands each connection, unread, to the edge that runs: so the
 * port stays open when an edge dies, and whoever connects before the next one is there is answered by that one. What a
 * connection carries never passes through here.
 */
export class FrontDoor {
  readonly #server: Server;
  /** Connections that no edge has taken yet. */
  readonly #held = new Map<number, Socket>();
  #edge: ChildProcess | undefined;
  #connections = 0;

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => this.#arrived(socket));
  }

  /** Rejects when the port is taken. */
  static async open(port: number, host: string | undefined): Promise<FrontDoor> {
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
    });
    return new FrontDoor(server);
  }

  /** From the moment in which it says that it accepts, until it is gone, connections are this process's. */
  serve(edge: ChildProcess): void {
    edge.on("message", (message) => {
      const told = fromEdge.parse(message);
      if (told.type === "taken") this.#let(told.id);
      else {
        this.#edge = edge;
        for (const [id, socket] of this.#held) this.#pass(id, socket);
      }
    });
    edge.once("exit", () => {
      if (this.#edge === edge) this.#edge = undefined;
    });
  }

  /** Those who still wait are turned away. */
  close(): void {
    this.#server.close();
    for (const id of [...this.#held.keys()]) this.#let(id);
  }

  #arrived(socket: Socket): void {
    if (this.#held.size >= MOST_HELD) {
      socket.destroy();
      return;
    }
    this.#connections += 1;
    const id = this.#connections;
    this.#held.set(id, socket);
    const timer = setTimeout(() => this.#let(id), HOLD_MS);
    timer.unref();
    socket.once("close", () => {
      clearTimeout(timer);
      this.#held.delete(id);
    });
    socket.on("error", () => this.#let(id));
    this.#pass(id, socket);
  }

  /** Our own copy stays until the edge has said that it has its one: an edge may die with the connection on its way. */
  #pass(id: number, socket: Socket): void {
    if (this.#edge?.connected) this.#edge.send({ type: "connection", id }, socket, { keepOpen: true }, () => {});
  }

  /** Closes our copy; with the last copy the connection ends. */
  #let(id: number): void {
    this.#held.get(id)?.destroy();
    this.#held.delete(id);
  }
}
