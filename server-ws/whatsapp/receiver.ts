/** What a paired phone brings: messages, reactions, what was changed or taken back, and how far our own have come. */
import type { WAMessage, WAMessageUpdate } from "@whiskeysockets/baileys";
import type { Context } from "#lib/context.ts";
import { storable } from "#lib/db/storable.ts";
import type { Log } from "#lib/log.ts";
import { advanceMessages } from "#lib/messaging/advance-message.ts";
import { deleteMessage, editMessage, reactToMessage } from "#lib/messaging/change-message.ts";
import { keepOwnMessage } from "#lib/messaging/keep-own-message.ts";
import { receiveMessage } from "#lib/messaging/receive-message.ts";
import type { MessageStatus } from "#lib/messaging/schemas/channel.ts";
import { dropArrival, type KeptArrival } from "#lib/whatsapp/device.ts";
import { tellHiddenNumber } from "#lib/whatsapp/tell-hidden-number.ts";
import type { Baileys, ClientSocket } from "./client.ts";
import { heard } from "./map.ts";
import { personOf } from "./person.ts";

/** A phone that was paired anew tells months of its past; what waited for an answer is not older than this. */
const HISTORY_MS = 24 * 3_600_000;
/** WhatsApp tells most numbers within seconds. */
const HIDDEN_FOR_MS = 5 * 60_000;

export class Receiver {
  readonly #client: Baileys;
  readonly #socket: Pick<ClientSocket, "signalRepository" | "authState">;
  readonly #ctx: Context;
  readonly #log: Log;

  constructor(client: Baileys, socket: Pick<ClientSocket, "signalRepository" | "authState">, ctx: Context, log: Log) {
    this.#client = client;
    this.#socket = socket;
    this.#ctx = ctx;
    this.#log = log;
  }

  /**
   * Takes one message, whichever way it came and however often; afterwards nobody has to keep it any more. One whose
   * writer's number is not known yet stays in the journal (`kept`: how it stands there), and in the end the staff are told
   * of it. Throws when the database does not take it.
   */
  async take(raw: WAMessage, kept?: KeptArrival): Promise<void> {
    const { id, fromMe } = raw.key;
    const said = storable(heard(this.#client, raw));
    const person = said.kind === "nothing" ? null : await personOf(this.#client, this.#socket, raw.key);
    if (person?.kind === "unknown") return this.#wait(raw, said, kept);
    if (person?.kind === "person") await this.#keep(said, person.phone, fromMe === true);
    // What could not be decrypted comes again under the same name.
    if (id && raw.message) await dropArrival(this.#ctx, id);
  }

  /** Only what may still wait for an answer; the business's own past is not ours to read. */
  async takeHistory(messages: readonly WAMessage[], now: number): Promise<void> {
    for (const raw of messages) {
      const writtenAt = this.#client.toNumber(raw.messageTimestamp) * 1000;
      if (!raw.key.fromMe && now - writtenAt < HISTORY_MS) await this.take(raw);
    }
  }

  /** How far a message of ours has come. */
  async takeStatus({ key, update }: WAMessageUpdate): Promise<void> {
    const status = statusOf(update.status);
    if (!key.fromMe || !key.id || status === null) return;
    await advanceMessages(this.#ctx, { carrier: "baileys", providerId: key.id, status, errorCode: null });
  }

  async #wait({ key }: WAMessage, said: ReturnType<typeof heard>, kept: KeptArrival | undefined): Promise<void> {
    if (kept === undefined) {
      this.#log.warn({ provider_id: key.id }, "a message of somebody whose number is not known yet waits");
      return;
    }
    const longEnough = Date.now() - kept.since.getTime() >= HIDDEN_FOR_MS;
    if (kept.told || !longEnough || said.kind !== "message" || key.fromMe) return;
    const { profileName, writtenAt } = said.message;
    const hidden = { providerId: kept.providerId, person: key.remoteJid ?? "", name: profileName, writtenAt };
    await tellHiddenNumber(this.#ctx, hidden);
  }

  async #keep(said: ReturnType<typeof heard>, phone: string, own: boolean): Promise<void> {
    const by = own ? "business" : "customer";
    switch (said.kind) {
      case "message": {
        const message = { ...said.message, from: phone };
        await (own ? keepOwnMessage(this.#ctx, message) : receiveMessage(this.#ctx, message));
        return;
      }
      case "reaction": {
        const at = { carrier: "baileys", providerId: said.to } as const;
        return reactToMessage(this.#ctx, at, { by, emoji: said.emoji });
      }
      case "deleted":
        return deleteMessage(this.#ctx, { carrier: "baileys", providerId: said.which }, { with: phone, by });
      case "edited": {
        const at = { carrier: "baileys", providerId: said.which } as const;
        return editMessage(this.#ctx, at, { with: phone, by, body: said.body });
      }
      case "nothing":
        return;
      default:
        said satisfies never;
    }
  }
}

/**
 * PENDING 1, SERVER_ACK 2, DELIVERY_ACK 3, READ 4, PLAYED 5. ERROR (0) is left out: the sender hears the same refusal itself
 * (acks.ts). Here nobody could tell which try it is about, since a second one has the same name.
 */
function statusOf(status: number | null | undefined): MessageStatus | null {
  const known: Record<number, MessageStatus> = { 2: "sent", 3: "delivered", 4: "read", 5: "read" };
  return status == null ? null : (known[status] ?? null);
}
