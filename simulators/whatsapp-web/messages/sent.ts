import type { Outgoing } from "./outgoing.ts";

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
