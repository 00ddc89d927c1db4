/**
 * Messages are kept before the client acknowledges them. A key opens a message once: the client keeps that the key is used
 * up, acknowledges the message, and tells us of it after that, up to half a minute later. Whoever dies in between has lost
 * it, since what is delivered again cannot be opened again. So what was opened is written down in the very transaction
 * that uses the key up, and taken away once it was received; what is left over is received by the next holder.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { BinaryNode, SignalRepositoryWithLIDStore, SocketConfig, WAMessage } from "@whiskeysockets/baileys";
import type { Log } from "#lib/log.ts";
import { type Arrival, arrivals, type KeptArrival, writeKeys } from "#lib/whatsapp/device.ts";
import { failArrival } from "#lib/whatsapp/fail-arrival.ts";
import type { Hold } from "#lib/whatsapp/hold.ts";
import { fromBytes, toBytes } from "./bytes.ts";
import type { Baileys, ClientSocket } from "./client.ts";

type MakeRepository = SocketConfig["makeSignalRepository"];
type Sealed = Parameters<SignalRepositoryWithLIDStore["decryptMessage"]>[0];

interface Opening {
  arrival: Arrival | null;
  kept: boolean;
}

interface Kept {
  node: BinaryNode;
  plain: Uint8Array;
}

export class Journal {
  readonly #client: Baileys;
  readonly #hold: Hold;
  readonly #log: Log;
  /** Which message these encrypted bytes belong to: whoever decrypts them is not told. */
  readonly #nodes = new WeakMap<Uint8Array, BinaryNode>();
  readonly #opening = new AsyncLocalStorage<Opening>();

  constructor(client: Baileys, hold: Hold, log: Log) {
    this.#client = client;
    this.#hold = hold;
    this.#log = log;
  }

  /** What was opened by the change of keys that is being written now. */
  readonly arrived = (): Arrival | null => {
    const opening = this.#opening.getStore();
    if (!opening?.arrival) return null;
    opening.kept = true;
    return opening.arrival;
  };

  /** For the client's configuration: its own way to decrypt, with the keeping around it. */
  readonly makeRepository: MakeRepository = (auth, logger, lookUp) => {
    const whole = this.#client.DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, lookUp);
    const { keys } = auth;
    if (!("transaction" in keys)) throw new Error("the client's keys have no transactions");
    return {
      ...whole,
      decryptMessage: (sealed) => this.#open(sealed, (work) => keys.transaction(work, sealed.jid), whole),
    };
  };

  /** Listens to what comes in on this socket. */
  watch({ ws }: Pick<ClientSocket, "ws">): void {
    ws.on("CB:message", (node: BinaryNode) => {
      if (!Array.isArray(node.content)) return;
      for (const { content } of node.content) if (content instanceof Uint8Array) this.#nodes.set(content, node);
    });
  }

  /** Has what was opened and not received taken, as the client would have told it; what fails keeps no other back. */
  async takeLeftOver(
    socket: Pick<ClientSocket, "signalRepository" | "authState">,
    take: (message: WAMessage, kept: KeptArrival) => Promise<void>,
  ): Promise<void> {
    const { me } = socket.authState.creds;
    if (!me) return;
    for (const kept of await arrivals(this.#hold.ctx)) {
      let name: string | null = null;
      try {
        const { node, plain } = fromBytes(this.#client, kept.open()) as Kept;
        const opened = { ...socket.signalRepository, decryptMessage: async () => plain };
        const read = this.#client.decryptMessageNode(node, me.id, me.lid ?? "", opened, this.#log);
        const { key, pushName } = read.fullMessage;
        if (!key.fromMe) name = pushName ?? null;
        await read.decrypt();
        await take(read.fullMessage, kept);
      } catch (error) {
        await this.#failed(error, kept, name);
      }
    }
  }

  async #failed(error: unknown, kept: KeptArrival, name: string | null): Promise<void> {
    const fields = { err: error, provider_id: kept.providerId };
    const { providerId, since } = kept;
    const given = await failArrival(this.#hold.ctx, { providerId, since, name });
    if (given) this.#log.error(fields, "a message that waits cannot be received, and is put aside");
    else this.#log.warn(fields, "a message that waits could not be received");
  }

  async #open(
    sealed: Sealed,
    inTransaction: <T>(work: () => Promise<T>) => Promise<T>,
    whole: SignalRepositoryWithLIDStore,
  ): Promise<Uint8Array> {
    const node = this.#nodes.get(sealed.ciphertext);
    const providerId = node?.attrs.id;
    // Between one's own devices: keys and settings, nothing that anybody has written.
    if (!node || !providerId || node.attrs.category === "peer") return whole.decryptMessage(sealed);
    const opening: Opening = { arrival: null, kept: false };
    const plain = await this.#opening.run(opening, () =>
      inTransaction(async () => {
        const opened = await whole.decryptMessage(sealed);
        opening.arrival = { providerId, value: toBytes(this.#client, { node, plain: opened }) };
        return opened;
      }),
    );
    // No key changed, so nothing was written that it could have gone with.
    if (!opening.kept) await writeKeys(this.#hold, [], opening.arrival);
    return plain;
  }
}
