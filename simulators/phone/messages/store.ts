/** The written messages of the network, both ways, and what each person's phone shows of them. */
import { newSid } from "../ids.ts";

export type MessageStatus =
  | "accepted"
  | "queued"
  | "sent"
  | "delivered"
  | "read"
  | "undelivered"
  | "failed"
  | "received";

export interface Media {
  sid: string;
  contentType: string;
  bytes: Buffer;
}

export interface NetworkMessage {
  sid: string;
  direction: "inbound" | "outbound-api";
  channel: "whatsapp" | "sms";
  /** E.164, without any prefix. */
  from: string;
  to: string;
  body: string;
  media: Media[];
  /** Addresses of what the application attached. */
  mediaUrls: string[];
  statusCallback: string | null;
  status: MessageStatus;
  errorCode: number | null;
  createdAt: number;
}

const KEPT = 50_000;

export class MessageStore {
  readonly #bySid = new Map<string, NetworkMessage>();
  /** When each person last wrote to each number on WhatsApp: 24 hours from then they may be written to freely. */
  readonly #lastInbound = new Map<string, number>();
  #listeners: (() => void)[] = [];

  add(message: Omit<NetworkMessage, "sid" | "createdAt">): NetworkMessage {
    const prefix = message.media.length + message.mediaUrls.length > 0 ? "MM" : "SM";
    const kept = { ...message, sid: newSid(prefix), createdAt: Date.now() };
    this.#bySid.set(kept.sid, kept);
    if (kept.direction === "inbound") this.#lastInbound.set(`${kept.from}>${kept.to}`, kept.createdAt);
    for (const sid of this.#bySid.keys()) {
      if (this.#bySid.size <= KEPT) break;
      this.#bySid.delete(sid);
    }
    this.changed();
    return kept;
  }

  get(sid: string): NetworkMessage | undefined {
    return this.#bySid.get(sid);
  }

  all(): NetworkMessage[] {
    return [...this.#bySid.values()];
  }

  /** What one person has written and got, oldest first. */
  with(person: string): NetworkMessage[] {
    return this.all().filter(({ from, to }) => from === person || to === person);
  }

  windowIsOpen(person: string, number: string, hours = 24): boolean {
    const last = this.#lastInbound.get(`${person}>${number}`);
    return last !== undefined && Date.now() - last < hours * 3_600_000;
  }

  /** As if the person had last written long ago. */
  closeWindow(person: string): void {
    for (const key of this.#lastInbound.keys()) if (key.startsWith(`${person}>`)) this.#lastInbound.delete(key);
  }

  changed(): void {
    for (const tell of this.#listeners.splice(0)) tell();
  }

  /** Resolves at the next change, or after `ms`. */
  nextChange(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#listeners.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
