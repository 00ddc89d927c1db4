import { type Message, partiesOf } from "./message.ts";

// Old ones go, so that a long bench does not fill the memory.
const CAPACITY = 5000;

/** All messages of the account, and in which order they reached anybody. */
export class MessageStore {
  #bySid = new Map<string, Message>();
  #arrivals = 0;
  #watchers = new Set<() => void>();

  add(message: Message): void {
    this.#bySid.set(message.sid, message);
    for (const sid of this.#bySid.keys()) {
      if (this.#bySid.size <= CAPACITY) break;
      this.#bySid.delete(sid);
    }
  }

  get(sid: string): Message | undefined {
    return this.#bySid.get(sid);
  }

  /** False when there is no such message. */
  delete(sid: string): boolean {
    return this.#bySid.delete(sid);
  }

  /** The newest first, as Twilio lists them. */
  all(): Message[] {
    return [...this.#bySid.values()].reverse();
  }

  /** The message came to where it was going, or never will. */
  arrive(message: Message): void {
    message.arrival ??= ++this.#arrivals;
    for (const look of this.#watchers) look();
  }

  /** What a person wrote and what became of everything written to them, after an arrival, oldest first. */
  withPerson(number: string, after: number): Message[] {
    return [...this.#bySid.values()]
      .filter((message) => partiesOf(message).person.number === number && (message.arrival ?? 0) > after)
      .sort((a, b) => (a.arrival ?? 0) - (b.arrival ?? 0));
  }

  /** Resolves when something of the application arrived with this person after that, at the latest after `ms`. */
  untilArrival(number: string, after: number, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.withPerson(number, after).some(({ direction }) => direction !== "inbound")) done();
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
}
