import type { BinaryNode } from "../wire/baileys.ts";
import type { Connection } from "../wire/connection.ts";
import { epochSeconds, FROM_SERVER, node } from "../wire/nodes.ts";

/** The public keys with which others encrypt for a device, as it has uploaded them. */
export interface UploadedKeys {
  registrationId: number;
  identity: Buffer;
  signedPreKey: { id: number; key: Buffer; signature: Buffer };
  /** Each is given away once. */
  preKeys: Map<number, Buffer>;
}

const LOW_PREKEYS = 4;

/** A client that was paired with a phone: the server's side of a linked device. */
export class Companion {
  readonly id: number;
  /** The key that it proves in each handshake. */
  readonly noiseKey: Buffer;
  keys: UploadedKeys;
  /** Whether its phone has sent it the history. */
  hasHistory = false;
  #connection: Connection | undefined;
  /** Only after it said that it is active. */
  #isActive = false;
  /** What it has not acknowledged yet: sent again when it logs in. */
  readonly #pending = new Map<string, BinaryNode>();

  constructor(id: number, noiseKey: Buffer, keys: UploadedKeys) {
    this.id = id;
    this.noiseKey = noiseKey;
    this.keys = keys;
  }

  get connection(): Connection | undefined {
    return this.#connection;
  }

  get isActive(): boolean {
    return this.#isActive;
  }

  /** What waits for it, or was sent and not acknowledged. */
  get pendingCount(): number {
    return this.#pending.size;
  }

  connected(connection: Connection): void {
    this.#connection = connection;
    this.#isActive = false;
  }

  disconnected(connection: Connection): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.#isActive = false;
  }

  /** It reads from now on: first it gets what has waited for it. */
  activated(): void {
    if (this.#isActive) return;
    this.#isActive = true;
    const waiting = [...this.#pending.values()];
    const count = String(waiting.length);
    if (waiting.length > 0)
      this.#connection?.send(node("ib", { from: FROM_SERVER }, [node("offline_preview", { count, message: count })]));
    for (const { tag, attrs, content } of waiting)
      this.#connection?.send(node(tag, { ...attrs, offline: "0" }, content));
    this.#connection?.send(node("ib", { from: FROM_SERVER }, [node("offline", { count })]));
  }

  /** Keeps a message, receipt or notification until it is acknowledged, and sends it when somebody is there. */
  deliver(sent: BinaryNode): void {
    this.#pending.set(pendingKey(sent.tag, sent.attrs), sent);
    if (this.#isActive) this.#connection?.send(sent);
  }

  /** Its keys for somebody who writes to it for the first time. It is told when few prekeys are left. */
  takeKeys(): UploadedKeys {
    const first = this.keys.preKeys.entries().next().value;
    if (first) this.keys.preKeys.delete(first[0]);
    const left = this.keys.preKeys.size;
    if (left === LOW_PREKEYS)
      this.deliver(
        node(
          "notification",
          { from: FROM_SERVER, id: `prekeys-${epochSeconds()}`, type: "encrypt", t: epochSeconds() },
          [node("count", { value: String(left) })],
        ),
      );
    return { ...this.keys, preKeys: new Map(first ? [first] : []) };
  }

  /** A client's `ack`, or the receipt with which it acknowledges a message. */
  acknowledged(ack: BinaryNode): void {
    const acknowledgedTag = ack.tag === "receipt" ? "message" : (ack.attrs.class ?? "");
    this.#pending.delete(pendingKey(acknowledgedTag, ack.attrs));
  }
}

/** The same id may have receipts of several kinds, and in a group of several people. */
function pendingKey(tag: string, { id, type, participant }: BinaryNode["attrs"]): string {
  return tag === "receipt" ? [tag, id, type, participant].join(" ") : `${tag} ${id}`;
}
