/**
 * One socket of the staff. It hears only where its person is; everything else it tells. A notice only says that there is news; what is sent is always read from the event table,
 * after the last number that was sent. So replay and live are the same thing: in order, nothing twice, no gap.
 */
import type { WebSocket } from "ws";
import type { Context } from "#lib/context.ts";
import {
  type EventMessage,
  type Presence,
  type SaidPresence,
  type SocketMessage,
  saidPresence,
} from "#lib/events/schemas.ts";
import type { Log } from "#lib/log.ts";
import { parseJson } from "#lib/parse-json.ts";
import { may } from "#lib/permissions.ts";

export interface ClientOptions {
  socket: WebSocket;
  ctx: Context;
  /** The last event that the browser has seen; null starts with what comes from now on. */
  after: number | null;
  log: Log;
  lastEventId(ctx: Context): Promise<number>;
  eventsAfter(ctx: Context, after: number, limit: number): Promise<EventMessage[]>;
  /** Is this person still logged in, and still in this business? */
  isStillGood(): Promise<boolean>;
  onDropped(): void;
  /** The person looks at a conversation, types in it, or has left it. */
  onPresence(ctx: Context, said: SaidPresence): Promise<void>;
}

const BATCH = 200;
/** A browser that leaves this much unread is cut off; it comes back and replays. */
const MAX_UNSENT_BYTES = 1_000_000;
const RETRY_MS = 1_000;
/** More than this in the time below is no person who types. */
const MOST_SAID = 20;
const SAID_WITHIN_MS = 10_000;

/** Close codes of our own (4000-4999): the browser logs in again, or simply comes back. */
const CLOSE = { loggedOut: 4401, tooSlow: 4408 } as const;

export class EventClient {
  readonly #options: ClientOptions;
  #lastSent: number | null;
  #reading = false;
  #moreToRead = false;
  #retry: NodeJS.Timeout | undefined;
  #over = false;
  #answers = true;
  /** The conversation that the person was last seen in. */
  #seenIn: string | null = null;
  #said: number[] = [];

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#lastSent = options.after;
    options.socket.on("close", () => this.#end());
    options.socket.on("pong", () => {
      this.#answers = true;
    });
    options.socket.on("error", (error) => options.log.debug({ err: error }, "event socket error"));
    options.socket.on("message", (data) => this.#hear(String(data)));
  }

  get businessId(): string {
    return this.#options.ctx.businessId;
  }

  /** Says hello, then everything that was missed. */
  async start(): Promise<void> {
    const { lastEventId, ctx } = this.#options;
    const newest = await lastEventId(ctx);
    // A number from the future is of another database (restored, reset): the browser has to start anew anyway.
    this.#lastSent = Math.min(this.#lastSent ?? newest, newest);
    this.#send({ type: "hello", lastId: newest });
    this.news();
  }

  /** There may be something new. Notices that come while reading are answered by one more look. */
  news(): void {
    if (this.#over || this.#lastSent === null) return;
    clearTimeout(this.#retry);
    if (this.#reading) {
      this.#moreToRead = true;
      return;
    }
    this.#reading = true;
    this.#readAll()
      .catch((error: unknown) => {
        this.#options.log.warn({ err: error }, "events cannot be read yet");
        this.#retry = setTimeout(() => this.news(), RETRY_MS);
      })
      .finally(() => {
        this.#reading = false;
        if (!this.#moreToRead) return;
        this.#moreToRead = false;
        this.news();
      });
  }

  /** Closes the socket when the session was revoked or has expired. A database that is away revokes nobody. */
  async recheck(): Promise<void> {
    if (this.#over) return;
    if (!this.#answers) {
      // The last ping was not answered: nobody is there any more.
      this.#options.socket.terminate();
      return;
    }
    this.#answers = false;
    this.#options.socket.ping();
    if (!(await this.#options.isStillGood())) this.#options.socket.close(CLOSE.loggedOut, "logged out");
  }

  /** A colleague is there, or not any more. What one does oneself, in whatever tab, is no news. */
  presence(told: Presence): void {
    const { actor } = this.#options.ctx;
    if (actor.kind === "user" && actor.userId !== told.userId) this.#send(told);
  }

  close(code: number): void {
    this.#options.socket.close(code);
  }

  async #readAll(): Promise<void> {
    const { ctx, eventsAfter } = this.#options;
    for (;;) {
      const after = this.#lastSent ?? 0;
      const events = await eventsAfter(ctx, after, BATCH);
      for (const event of events) {
        if (this.#over) return;
        if (!("id" in event)) continue;
        this.#send(event);
        this.#lastSent = event.id;
      }
      if (events.length < BATCH) return;
    }
  }

  /** Where the person is: the only thing that a browser has to say here. */
  #hear(text: string): void {
    const said = saidPresence.safeParse(parseJson(text));
    const now = Date.now();
    this.#said = this.#said.filter((at) => now - at < SAID_WITHIN_MS);
    if (!said.success || this.#said.length >= MOST_SAID) return;
    this.#said.push(now);
    const { conversationId, doing } = said.data;
    if (doing !== "left") this.#seenIn = conversationId;
    else if (this.#seenIn === conversationId) this.#seenIn = null;
    this.#tell(said.data);
  }

  #tell(said: SaidPresence): void {
    const { ctx, onPresence, log } = this.#options;
    if (ctx.role === null || !may(ctx.role, "messages.write")) return;
    onPresence(ctx, said).catch((error: unknown) => log.debug({ err: error }, "a presence cannot be told"));
  }

  #send(message: SocketMessage): void {
    const { socket, onDropped } = this.#options;
    if (this.#over || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_UNSENT_BYTES) {
      onDropped();
      socket.close(CLOSE.tooSlow, "too slow");
      this.#end();
      return;
    }
    socket.send(JSON.stringify(message), () => {});
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#seenIn !== null) this.#tell({ type: "presence", conversationId: this.#seenIn, doing: "left" });
    clearTimeout(this.#retry);
  }
}
