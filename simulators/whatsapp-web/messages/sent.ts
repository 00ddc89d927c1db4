import type { Account } from "../accounts/account.ts";
import type { proto } from "../wire/baileys.ts";
import type { Group } from "./groups.ts";

export type Recipient = { person: Account } | { group: Group } | { status: Account[] };

export interface Outgoing {
  id: string;
  sender: Account;
  to: Recipient;
  message: proto.IMessage;
  addressing: "lid" | "pn";
  /** How often the server delivers it. */
  copies: number;
  /** Spoilt on the way, so that a client has to ask for it again. */
  spoilt: boolean;
}

// Old ones go, so that a long bench does not fill the memory.
const CAPACITY = 5000;

/** What the phones have sent lately, for devices that ask again. */
export class Sent {
  readonly #byId = new Map<string, Outgoing>();

  add(outgoing: Outgoing): void {
    this.#byId.set(outgoing.id, outgoing);
    for (const id of this.#byId.keys()) {
      if (this.#byId.size <= CAPACITY) break;
      this.#byId.delete(id);
    }
  }

  get(id: string): Outgoing | undefined {
    return this.#byId.get(id);
  }
}

/** Which devices have got the key with which somebody writes to a group. */
export class GroupKeys {
  readonly #known = new Set<string>();

  isKnown(group: string, sender: string, device: string): boolean {
    return this.#known.has(`${group} ${sender} ${device}`);
  }

  learned(group: string, sender: string, device: string): void {
    this.#known.add(`${group} ${sender} ${device}`);
  }
}
