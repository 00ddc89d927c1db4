/** Whether WhatsApp's server has taken what was sent to it: being written to the socket is not being sent. */
import type { BinaryNode } from "@whiskeysockets/baileys";
import type { ClientSocket } from "./client.ts";

/** Null: taken. Otherwise the server's code. */
type Answer = { error: string | null };

export class Acks {
  readonly #waiting = new Map<string, (answer: Answer | null) => void>();

  constructor({ ws }: Pick<ClientSocket, "ws">) {
    ws.on("CB:ack,class:message", ({ attrs }: BinaryNode) => {
      if (attrs.id) this.#waiting.get(attrs.id)?.({ error: attrs.error ?? null });
    });
  }

  /** Ask before sending: the answer may be there before the sending is done. Null when none came in time. */
  of(providerId: string, withinMs: number): { answer: Promise<Answer | null>; forget(): void } {
    const { promise, resolve } = Promise.withResolvers<Answer | null>();
    const timer = setTimeout(() => resolve(null), withinMs);
    this.#waiting.set(providerId, resolve);
    return {
      answer: promise,
      forget: () => {
        clearTimeout(timer);
        this.#waiting.delete(providerId);
      },
    };
  }
}
