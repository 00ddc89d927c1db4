/** The staff's live socket: one a tab, reconnecting, missing nothing (the server replays from the last event's number). */
import {
  type LiveEvent,
  type Presence,
  type SaidPresence,
  type SocketMessage,
  socketMessage,
} from "#lib/events/schemas.ts";

export type LiveStatus = "connecting" | "online" | "offline";

/** What a socket tells us; `lost` when it closed or never opened. */
export interface SocketEars {
  message: (data: unknown) => void;
  lost: () => void;
}
export interface OpenedSocket {
  close(): void;
  /** Lost when the socket is not open (yet). */
  send(text: string): void;
}
export type OpenSocket = (url: string, ears: SocketEars) => OpenedSocket;

export interface LiveSocketOptions {
  url: string;
  open: OpenSocket;
  onEvent: (event: LiveEvent) => void;
  onPresence: (told: Presence) => void;
  onStatus: (status: LiveStatus) => void;
  /** The socket is up, and from here on every change is heard: the moment to look once more at what was rendered before. */
  onHello: () => void;
  schedule?: (run: () => void, afterMs: number) => () => void;
  /** 0..1; spreads the reconnects of many tabs. */
  random?: () => number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export class LiveSocket {
  readonly #options: LiveSocketOptions;
  #socket: OpenedSocket | null = null;
  #attempt = 0;
  #lastId: number | null = null;
  #failures = 0;
  #cancelRetry: (() => void) | null = null;
  #closed = false;

  constructor(options: LiveSocketOptions) {
    this.#options = options;
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry?.();
    this.#drop();
  }

  /** Tries again at once: the network came back, the tab is looked at again. */
  retryNow(): void {
    if (this.#closed || this.#socket) return;
    this.#cancelRetry?.();
    this.#connect();
  }

  /** Where this tab's person is. Nobody hears it while there is no connection. */
  say(said: SaidPresence): void {
    this.#socket?.send(JSON.stringify(said));
  }

  #connect(): void {
    const { url, open } = this.#options;
    // An earlier socket may still say something: only the latest one is listened to.
    this.#attempt += 1;
    const attempt = this.#attempt;
    const current = () => attempt === this.#attempt && !this.#closed;
    this.#socket = open(this.#lastId === null ? url : `${url}?after=${this.#lastId}`, {
      message: (data) => (current() ? this.#receive(data) : undefined),
      lost: () => (current() ? this.#lost() : undefined),
    });
  }

  #receive(data: unknown): void {
    const message = parse(data);
    if (!message) return;
    if (message.type === "hello") {
      this.#failures = 0;
      this.#lastId ??= message.lastId;
      this.#options.onStatus("online");
      this.#options.onHello();
      return;
    }
    if (message.type === "presence") {
      this.#options.onPresence(message);
      return;
    }
    this.#lastId = Math.max(this.#lastId ?? 0, message.id);
    this.#options.onEvent(message);
  }

  #lost(): void {
    this.#drop();
    this.#failures += 1;
    // One cut is nothing to talk about: the next try usually works.
    this.#options.onStatus(this.#failures > 1 ? "offline" : "connecting");
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures - 1));
    const schedule = this.#options.schedule ?? laterByTimer;
    this.#cancelRetry = schedule(() => this.#connect(), wait * (0.75 + 0.5 * (this.#options.random ?? Math.random)()));
  }

  #drop(): void {
    this.#attempt += 1;
    this.#socket?.close();
    this.#socket = null;
  }
}

/** A browser's own socket. */
export const openWebSocket: OpenSocket = (url, ears) => {
  const socket = new WebSocket(url);
  socket.onmessage = (message: MessageEvent<unknown>) => ears.message(message.data);
  socket.onclose = ears.lost;
  socket.onerror = ears.lost;
  return {
    close: () => socket.close(),
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
  };
};

function laterByTimer(run: () => void, afterMs: number): () => void {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
}

/** Null for anything that this version of the page does not know: a newer server may say more. */
function parse(data: unknown): SocketMessage | null {
  if (typeof data !== "string") return null;
  try {
    return socketMessage.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
