/**
 * Hands over what a business has written, one message after the other, at a person's pace. It runs where the phone's
 * session is held and connected, and nowhere else; what waits is in the table of messages.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { ProviderFailed } from "#lib/errors.ts";
import type { Log } from "#lib/log.ts";
import { failMessage, handOver } from "#lib/messaging/hand-over.ts";
import { nextToSend } from "#lib/messaging/outbox.ts";
import { pauseAfter } from "#lib/pause-after.ts";
import type { MessageSender } from "#lib/providers/whatsapp/types.ts";
import type { Hold } from "#lib/whatsapp/hold.ts";
import type { Pace } from "./pace.ts";

interface LoopParts {
  hold: Hold;
  sender: MessageSender;
  pace: Pace;
  /** From 0 to 1. */
  chance(): number;
  log: Log;
}

/** A notice may be missed: it looks by itself, too. */
const LOOK_EVERY_MS = 5_000;
const ATTEMPTS = 8;
const PAUSES = { firstMs: 2_000, longestMs: 300_000 };

export class OutboxLoop {
  readonly #parts: LoopParts;
  readonly #stop = new AbortController();
  readonly #failures = new Map<string, { count: number; until: number }>();
  readonly #done: Promise<void>;
  #wake = Promise.withResolvers<void>();

  constructor(parts: LoopParts) {
    this.#parts = parts;
    this.#done = this.#run();
  }

  /** There may be something to send. */
  look(): void {
    this.#wake.resolve();
  }

  /** Resolves when nothing is being sent any more. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#wake.resolve();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      this.#wake = Promise.withResolvers<void>();
      try {
        const next = await nextToSend(this.#parts.hold.ctx, this.#notNow());
        if (next) await this.#send(next.messageId, signal);
        else await Promise.race([this.#wake.promise, sleep(LOOK_EVERY_MS, undefined, { signal, ref: false })]);
      } catch (error) {
        if (signal.aborted) return;
        this.#parts.log.error({ err: error }, "the outbox of a phone could not be read");
        await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #send(messageId: string, signal: AbortSignal): Promise<void> {
    const { hold, sender, pace, chance, log } = this.#parts;
    try {
      await sleep(pace.take(), undefined, { signal });
      await handOver(hold.ctx, messageId, sender, signal);
      this.#failures.delete(messageId);
    } catch (error) {
      if (signal.aborted) return;
      const count = (this.#failures.get(messageId)?.count ?? 0) + 1;
      const hopeless = error instanceof ProviderFailed && !error.retryable;
      log.warn({ err: error, message_id: messageId, attempt: count }, "a message could not be sent");
      const until = Date.now() + pauseAfter(count, { ...PAUSES, chance: chance() });
      this.#failures.set(messageId, { count, until });
      if (!hopeless && count < ATTEMPTS) return;
      this.#failures.delete(messageId);
      await failMessage(hold.ctx, messageId, "unreachable");
    }
  }

  #notNow(): string[] {
    return [...this.#failures].filter(([, { until }]) => until > Date.now()).map(([messageId]) => messageId);
  }
}
