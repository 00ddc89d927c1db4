import { WebSocket } from "ws";

const HANDSHAKE_MS = 5000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2000;
/** A far side that takes nothing any more must not fill our memory. */
const MAX_BUFFERED_BYTES = 1_000_000;

interface RealtimeSocketOptions {
  url: string;
  apiKey: string;
  onOpen: () => void;
  onMessage: (message: string) => void;
  /** Refused with this HTTP status: asking again is of no use. The socket stays closed. */
  onRefused: (status: number) => void;
}

/** One websocket for as long as the call lasts: opened at once, opened again whenever it was lost. */
export class RealtimeSocket {
  readonly #options: RealtimeSocketOptions;
  #ws: WebSocket | null = null;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(options: RealtimeSocketOptions) {
    this.#options = options;
    this.#connect();
  }

  get isOpen(): boolean {
    return this.#ws?.readyState === WebSocket.OPEN;
  }

  /** More than one attempt in a row has failed. */
  get isTroubled(): boolean {
    return !this.isOpen && this.#failures > 1;
  }

  send(message: string): void {
    const ws = this.#ws;
    if (ws?.readyState !== WebSocket.OPEN) return;
    if (ws.bufferedAmount > MAX_BUFFERED_BYTES) this.reset();
    else ws.send(message, ignoreFailure);
  }

  /** The connection is no good any more: drops it and opens another one. */
  reset(): void {
    const ws = this.#ws;
    if (!ws) return;
    // At once, so that nothing the old connection still says is taken for the new one's.
    this.#lost(ws);
    ws.terminate();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#ws?.terminate();
    this.#ws = null;
  }

  #connect(): void {
    const { url, apiKey, onOpen, onMessage, onRefused } = this.#options;
    const ws = new WebSocket(url, {
      headers: { authorization: `Bearer ${apiKey}` },
      handshakeTimeout: HANDSHAKE_MS,
      perMessageDeflate: false,
      maxPayload: 1_000_000,
    });
    this.#ws = ws;
    ws.on("open", () => {
      this.#failures = 0;
      onOpen();
    });
    ws.on("message", (data, isBinary) => {
      if (!isBinary && this.#ws === ws) onMessage(data.toString());
    });
    ws.on("unexpected-response", (request, response) => {
      const status = response.statusCode ?? 0;
      request.destroy();
      if (isFinal(status) && !this.#closed) {
        this.close();
        onRefused(status);
      } else {
        this.#lost(ws);
      }
    });
    // What went wrong is told by the close that follows.
    ws.on("error", () => {});
    ws.on("close", () => this.#lost(ws));
  }

  #lost(ws: WebSocket): void {
    if (this.#closed || this.#ws !== ws) return;
    this.#ws = null;
    const delayMs = this.#failures === 0 ? 0 : Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS);
    this.#failures += 1;
    this.#retry = setTimeout(() => this.#connect(), delayMs);
  }
}

/** Overload and trouble pass; a service that answers anything else has no such socket, or not for us. */
function isFinal(status: number): boolean {
  return status !== 408 && status !== 429 && (status < 500 || status === 501);
}

/** A message that could not be sent is lost with its connection, and sent again on the next one. */
function ignoreFailure(): void {}
