import { type Message, partiesOf } from "./message.ts";

// Old ones go, so that a long bench does not fill the memory.
const CAPACITY = 5000;
const CAPACITY_OF_PERSON = 500;

/** All messages of the account, and in which order they reached anybody. */
export class MessageStore {
  #bySid = new Map<string, Message>();
  #byPerson = new Map<string, Message[]>();
  #arrivals = 0;
  #watchers = new Map<string, Set<() => void>>();

  add(message: Message): void {
    this.#bySid.set(message.sid, message);
    for (const sid of this.#bySid.keys()) {
      if (this.#bySid.size <= CAPACITY) break;
      this.delete(sid);
    }
  }

  get(sid: string): Message | undefined {
    return this.#bySid.get(sid);
  }

  /** False when there is no such message. What the person has got of it stays with them. */
  delete(sid: string): boolean {
    return this.#bySid.delete(sid);
  }

  /** The newest first, as Twilio lists them. */
  all(): Message[] {
    return [...this.#bySid.values()].reverse();
  }

  /** The message came to where it was going, or never will. */
  arrive(message: Message): void {
    const { number } = partiesOf(message).person;
    message.arrival = ++this.#arrivals;
    const conversation = this.#byPerson.get(number) ?? [];
    this.#byPerson.set(number, conversation);
    conversation.push(message);
    if (conversation.length > CAPACITY_OF_PERSON) conversation.shift();
    for (const look of this.#watchers.get(number) ?? []) look();
  }

  /** What a person wrote and what became of everything written to them, after an arrival, oldest first. */
  withPerson(number: string, after: number): Message[] {
    return (this.#byPerson.get(number) ?? []).filter(({ arrival }) => (arrival ?? 0) > after);
  }

  /** Resolves when something of the application arrived with this person after that, at the latest after `ms`. */
  untilArrival(number: string, after: number, ms: number): Promise<void> {
    const watchers = this.#watchers.get(number) ?? new Set();
    this.#watchers.set(number, watchers);
    return new Promise((resolve) => {
      const look = () => {
        if (this.withPerson(number, after).some(({ direction }) => direction !== "inbound")) done();
      };
      const done = () => {
        clearTimeout(timer);
        watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(done, ms);
      watchers.add(look);
      look();
    });
  }
}
