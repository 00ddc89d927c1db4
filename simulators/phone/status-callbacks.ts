/** Tells the application how a call stands: in order, one after the other, without holding the call up. */
import type { PhoneCall } from "./call.ts";
import { callParams, type Exchange, tellApplication } from "./exchange.ts";
import type { CallEvent } from "./numbers.ts";

export class CallbackSender {
  /** Resolves when everything so far has been sent. */
  delivered: Promise<void> = Promise.resolve();
  readonly #exchange: Exchange;
  readonly #call: PhoneCall;
  readonly #url: string | undefined;
  readonly #events: readonly CallEvent[];
  #sequence = 0;

  /** Twilio sends only the last event unless told otherwise. */
  constructor(
    exchange: Exchange,
    call: PhoneCall,
    url: string | undefined,
    events: readonly CallEvent[] = ["completed"],
  ) {
    this.#exchange = exchange;
    this.#call = call;
    this.#url = url;
    this.#events = events;
  }

  send(event: CallEvent): void {
    const url = this.#url;
    if (!url || !this.#events.includes(event)) return;
    const params: Record<string, string> = {
      ...callParams(this.#exchange, this.#call),
      CallStatus: this.#statusOf(event),
      CallbackSource: "call-progress-events",
      SequenceNumber: String(this.#sequence++),
      Timestamp: new Date().toUTCString().replace("GMT", "+0000"),
    };
    this.delivered = this.delivered.then(() =>
      tellApplication(this.#exchange, this.#call, event, { url, method: "POST", params }),
    );
  }

  #statusOf(event: CallEvent): string {
    switch (event) {
      case "initiated":
      case "ringing":
        return event;
      case "answered":
        return "in-progress";
      case "completed":
        return this.#call.status;
      default:
        return event satisfies never;
    }
  }
}
