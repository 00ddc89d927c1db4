/** What is on a phone's screen: who wrote what to whom, and how far it came. */
export interface PhoneMessage {
  /** Counts up, with each that appears on this phone. */
  seq: number;
  id: string;
  /** E.164, or the address of a group. */
  chat: string;
  /** E.164 of who wrote it. */
  from: string;
  /** 0: on the phone itself, otherwise the linked device. */
  fromDevice: number;
  kind: string;
  text: string | null;
  /** The message that it answers, reacts to or deletes. */
  about: string | null;
  media: SeenMedia | null;
  /** Of what this phone has sent: how far it came at the other end, and how often that could not read it at first. */
  status: "sent" | "delivered" | "read" | null;
  retries: number;
}

export interface SeenMedia {
  mimetype: string;
  bytes: number;
  fileName: string | null;
  /** What was in it, in base64. */
  base64: string | null;
}

const RANK = { sent: 0, delivered: 1, read: 2 } as const;
// Old ones go, so that a long bench does not fill the memory.
const CAPACITY = 2000;

export class Inbox {
  #messages: PhoneMessage[] = [];
  #seq = 0;
  readonly #watchers = new Set<() => void>();

  add(message: Omit<PhoneMessage, "seq" | "retries">): PhoneMessage {
    this.#seq += 1;
    const added = { seq: this.#seq, ...message, retries: 0 };
    this.#messages.push(added);
    if (this.#messages.length > CAPACITY) this.#messages.shift();
    this.#changed();
    return added;
  }

  get(id: string): PhoneMessage | undefined {
    return this.#messages.find((message) => message.id === id);
  }

  /** A receipt came; a status only ever advances. */
  advance(id: string, status: "delivered" | "read"): void {
    const message = this.get(id);
    if (!message?.status || RANK[status] <= RANK[message.status]) return;
    message.status = status;
    this.#changed();
  }

  retried(id: string): void {
    const message = this.get(id);
    if (message) message.retries += 1;
    this.#changed();
  }

  after(seq: number, chat?: string): PhoneMessage[] {
    return this.#messages.filter((message) => message.seq > seq && (chat === undefined || message.chat === chat));
  }

  /** Resolves when `found` holds, at the latest after `ms`. */
  until(found: () => boolean, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (found()) done();
      };
      const done = () => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#watchers.add(look);
      look();
    });
  }

  #changed(): void {
    for (const look of this.#watchers) look();
  }
}
