import type { ProviderFailed } from "../../../errors.ts";
import type { Transcript } from "../types.ts";

/** An utterance whose text is being waited for. */
export class PendingCommit {
  readonly id: string;
  readonly audio: Uint8Array;
  readonly transcript: Promise<Transcript>;
  /** How often it was sent, over all connections. */
  sends = 0;
  /** What the far side calls it, on this connection. */
  itemId: string | null = null;
  readonly #timer: NodeJS.Timeout;
  readonly #resolve: (transcript: Transcript) => void;
  readonly #reject: (error: ProviderFailed) => void;

  constructor(id: string, audio: Uint8Array, deadlineMs: number, onLate: () => void) {
    const { promise, resolve, reject } = Promise.withResolvers<Transcript>();
    this.id = id;
    this.audio = audio;
    this.transcript = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(onLate, deadlineMs);
  }

  settle(result: Transcript | ProviderFailed): void {
    clearTimeout(this.#timer);
    if (result instanceof Error) this.#reject(result);
    else this.#resolve(result);
  }
}
