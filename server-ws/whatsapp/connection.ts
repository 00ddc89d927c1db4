/** One socket of a session, from its opening to its end: what it is told, and what it does while it is open. */
import type { CacheStore, ConnectionState, WAMessage, WAVersion } from "@whiskeysockets/baileys";
import { z } from "zod";
import type { Log } from "#lib/log.ts";
import { newlyRead } from "#lib/messaging/outbox.ts";
import type { Hold } from "#lib/whatsapp/hold.ts";
import { Acks } from "./acks.ts";
import { isPaired, keptAuthState } from "./auth-state.ts";
import type { Baileys, ClientSocket } from "./client.ts";
import { Journal } from "./journal.ts";
import type { OpenSocket } from "./open-socket.ts";
import { OutboxLoop } from "./outbox-loop.ts";
import type { Pace } from "./pace.ts";
import { jidOf, ownNumber } from "./person.ts";
import { Probe } from "./probe.ts";
import { Receiver } from "./receiver.ts";
import { phoneSender } from "./sender.ts";

export interface ConnectionParts {
  client: Baileys;
  openSocket: OpenSocket;
  hold: Hold;
  version: WAVersion | null;
  retries: CacheStore;
  pace: Pace;
  log: Log;
  onQr(qr: string): void;
  /** `number`: the phone's own, E.164. */
  onOpen(number: string | null): void;
  /** With WhatsApp's code; called once, and not when we closed it ourselves. */
  onClose(code: number): void;
  /** What has to be kept could not be: nothing that this socket remembers is certain. */
  onTrouble(error: unknown): void;
}

/** What was left in the journal is looked for so often. */
const LEFT_OVER_EVERY_MS = 30_000;
/** Where the client names no code, and for a connection that was found dead. */
const UNNAMED = 500;
const LOST = 408;

const boom = z.object({ output: z.object({ statusCode: z.number() }) });

export class Connection {
  readonly #parts: ConnectionParts;
  readonly #socket: ClientSocket;
  readonly #journal: Journal;
  readonly #receiver: Receiver;
  readonly #acks: Acks;
  #saving = Promise.resolve();
  #unsaved = false;
  /** One after the other, in the order in which they came. */
  #receiving = Promise.resolve();
  #leftOver: NodeJS.Timeout | undefined;
  #outbox: OutboxLoop | undefined;
  #probe: Probe | undefined;
  #closed = false;

  static async open(parts: ConnectionParts): Promise<Connection> {
    const { client, hold, log, openSocket, version, retries } = parts;
    const journal = new Journal(client, hold, log);
    const keeping = { arrived: journal.arrived, onFailure: parts.onTrouble };
    const { state: auth, saveCreds } = await keptAuthState(client, hold, keeping);
    const socket = openSocket({ hold, auth, journal, retries, version });
    return new Connection(parts, socket, journal, saveCreds);
  }

  private constructor(parts: ConnectionParts, socket: ClientSocket, journal: Journal, saveCreds: () => Promise<void>) {
    this.#parts = parts;
    this.#socket = socket;
    this.#journal = journal;
    this.#receiver = new Receiver(parts.client, socket, parts.hold.ctx, parts.log);
    this.#acks = new Acks(socket);
    journal.watch(socket);
    const { ev } = socket;
    ev.on("creds.update", () => this.#save(saveCreds));
    ev.on("connection.update", (update) => this.#changed(update));
    ev.on("messages.upsert", ({ messages }) => this.#receive(() => this.#takeAll(messages)));
    ev.on("messaging-history.set", ({ messages }) =>
      this.#receive(() => this.#receiver.takeHistory(messages, Date.now())),
    );
    ev.on("messages.update", (updates) =>
      this.#receive(async () => {
        for (const update of updates) await this.#receiver.takeStatus(update);
      }),
    );
    this.#takeLeftOver();
    this.#leftOver = setInterval(() => this.#takeLeftOver(), LEFT_OVER_EVERY_MS);
  }

  get paired(): boolean {
    return isPaired(this.#socket.authState.creds);
  }

  /** The code to be typed into the phone of this number (E.164). */
  pairingCode(phone: string): Promise<string> {
    return this.#socket.requestPairingCode(phone.slice(1));
  }

  /** There is news of this business: something to send, something that was read. */
  look(): void {
    this.#outbox?.look();
    if (this.#outbox) void this.#tellRead();
  }

  /** Tells the phone that this device is no more. */
  async logOut(): Promise<void> {
    this.#closed = true;
    await this.#socket.logout().catch((error: unknown) => {
      this.#parts.log.warn({ err: error }, "the phone could not be told that it was disconnected");
    });
  }

  /** Resolves when everything that came is kept, and nothing is being sent any more. */
  async close(): Promise<void> {
    this.kill();
    await this.#outbox?.close();
    await this.#receiving;
    await this.#saving;
  }

  /** At once, whatever is under way. */
  kill(): void {
    this.#closed = true;
    clearInterval(this.#leftOver);
    this.#probe?.close();
    void this.#outbox?.close();
    void this.#socket.end(undefined);
  }

  /** A save that has not begun yet will keep this change, too. */
  #save(saveCreds: () => Promise<void>): void {
    if (this.#unsaved) return;
    this.#unsaved = true;
    this.#saving = this.#saving
      .then(() => {
        this.#unsaved = false;
        return saveCreds();
      })
      .catch((error: unknown) => this.#parts.onTrouble(error));
  }

  #changed({ connection, qr, lastDisconnect }: Partial<ConnectionState>): void {
    if (this.#closed) return;
    if (qr) this.#parts.onQr(qr);
    if (connection === "open") this.#opened();
    if (connection === "close") this.#over(boom.safeParse(lastDisconnect?.error).data?.output.statusCode ?? UNNAMED);
  }

  #opened(): void {
    const { client, hold, pace, log, onOpen } = this.#parts;
    const sender = phoneSender({ client, socket: this.#socket, acks: this.#acks, hold });
    this.#outbox ??= new OutboxLoop({ hold, sender, pace, chance: Math.random, log });
    this.#probe ??= new Probe({
      ask: (withinMs) => this.#ask(withinMs),
      onDead: () => {
        log.error("a WhatsApp connection that looked open is dead");
        this.#over(LOST);
      },
    });
    onOpen(ownNumber(this.#socket.authState));
  }

  #over(code: number): void {
    if (this.#closed) return;
    this.kill();
    this.#parts.onClose(code);
  }

  /** How many of our keys it still has: what only answers pings does not know that. */
  async #ask(withinMs: number): Promise<void> {
    const attrs = { to: "s.whatsapp.net", type: "get", xmlns: "encrypt" };
    const question = { tag: "iq", attrs, content: [{ tag: "count", attrs: {} }] };
    const answer: unknown = await this.#socket.query(question, withinMs);
    if (answer === undefined) throw new Error("no answer");
  }

  #receive(work: () => Promise<void>): void {
    this.#receiving = this.#receiving.then(work).catch((error: unknown) => {
      // What was a message is in the journal, and is taken from there.
      this.#parts.log.error({ err: error }, "what WhatsApp brought could not be kept");
    });
  }

  async #takeAll(messages: readonly WAMessage[]): Promise<void> {
    for (const message of messages) await this.#receiver.take(message);
  }

  #takeLeftOver(): void {
    this.#receive(async () => {
      await this.#journal.takeLeftOver(this.#socket, async (message, kept) => {
        // The next one finds what is left.
        if (!this.#closed) await this.#receiver.take(message, kept);
      });
    });
  }

  /** That a customer is not told is no reason to fail anything. */
  async #tellRead(): Promise<void> {
    try {
      const read = await newlyRead(this.#parts.hold.ctx);
      if (read.length === 0) return;
      await this.#socket.readMessages(
        read.map(({ address, providerId }) => ({ remoteJid: jidOf(address), id: providerId, fromMe: false })),
      );
    } catch (error) {
      this.#parts.log.warn({ err: error }, "what was read could not be told");
    }
  }
}
