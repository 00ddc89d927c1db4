/**
 * Brings events to the webhooks of their merchants. What is not answered with 2xx comes again, up to 25 times, which takes
 * PayPal three days: https://developer.paypal.com/api/rest/webhooks/rest/. Here each wait is shorter: from a second on.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { now, type RequestLog } from "../common/http.ts";
import type { PayPalApp } from "./accounts.ts";
import type { PayPalEvent } from "./events.ts";
import { postJson } from "./post.ts";
import type { Signer } from "./signer.ts";
import { timeJson } from "./view.ts";

/** How events are delivered from now on; what is not said is as PayPal usually does it. */
export const deliverySettings = z.strictObject({
  /** How often each event comes, at once. */
  copies: z.number().int().min(1).max(10).default(1),
  /** How long an event waits; those that wait together go one after the other. */
  delay_ms: z.number().int().min(0).max(600_000).optional(),
  /** Of those that wait together the newest goes first. When no delay is given, they wait for a second. */
  reversed: z.boolean().default(false),
  /** Nothing goes before other settings come. */
  hold: z.boolean().default(false),
});
type DeliverySettings = z.infer<typeof deliverySettings>;

interface Delivery {
  at: number;
  transmission_id: string;
  /** 1, and up to 25 more. */
  attempt: number;
  status: number;
  error: string | null;
}

export interface EventRecord {
  app: PayPalApp;
  event: PayPalEvent;
  deliveries: Delivery[];
}

const MOST_RETRIES = 25;
const retryAfterMs = (attempt: number) => 1_000 * 1.3 ** (attempt - 1);
const WITHIN_MS = 30_000;
const REVERSED_WAIT_MS = 1_000;
// Old ones go, so that a long bench does not fill the memory.
const CAPACITY = 1_000;

interface DeliveriesOptions {
  signer: Signer;
  /** PayPal's own address, where the certificates are. */
  url: string;
  requests: RequestLog;
}

export class Deliveries {
  readonly #signer: Signer;
  readonly #url: string;
  readonly #requests: RequestLog;
  readonly #closing = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  #records: EventRecord[] = [];
  #waiting: EventRecord[] = [];
  /** Ends the time that those wait. */
  #waitEnds: NodeJS.Timeout | undefined;
  #settings: DeliverySettings = deliverySettings.parse({});

  constructor({ signer, url, requests }: DeliveriesOptions) {
    this.#signer = signer;
    this.#url = url;
    this.#requests = requests;
  }

  /** Every event with its deliveries, oldest first. */
  list(): readonly EventRecord[] {
    return this.#records;
  }

  /** Whatever waits now goes at once, as the new settings say, unless they hold it. */
  set(settings: DeliverySettings): void {
    this.#settings = settings;
    this.#endWait();
    if (!settings.hold) this.#release();
  }

  announce(app: PayPalApp, event: PayPalEvent): void {
    const record = { app, event, deliveries: [] };
    this.#records = [...this.#records.slice(-(CAPACITY - 1)), record];
    this.#waiting.push(record);
    const { hold, reversed, delay_ms = reversed ? REVERSED_WAIT_MS : 0 } = this.#settings;
    if (hold) return;
    if (delay_ms === 0) this.#release();
    else this.#waitEnds ??= this.#later(delay_ms, () => this.#release());
  }

  /** Nothing is delivered from now on. */
  close(): void {
    this.#closing.abort();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #endWait(): void {
    clearTimeout(this.#waitEnds);
    this.#waitEnds = undefined;
  }

  #release(): void {
    this.#endWait();
    const records = this.#settings.reversed ? this.#waiting.toReversed() : this.#waiting;
    this.#waiting = [];
    void this.#deliverInTurn(records, this.#settings.copies);
  }

  async #deliverInTurn(records: readonly EventRecord[], copies: number): Promise<void> {
    for (const record of records)
      await Promise.all(Array.from({ length: copies }, () => this.#attempt(record, randomUUID(), 1)));
  }

  async #attempt(record: EventRecord, transmission_id: string, attempt: number): Promise<void> {
    if (this.#closing.signal.aborted) return;
    const { app, event } = record;
    const at = now();
    const body = Buffer.from(JSON.stringify(event));
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(WITHIN_MS)]);
    const taken = await postJson(app.webhookUrl, body, this.#headersOf(app, transmission_id, body), signal);
    record.deliveries.push({ at: Math.round(at), transmission_id, attempt, ...taken });
    const { status } = taken;
    const detail = { url: app.webhookUrl, event_type: event.event_type, id: event.id, attempt };
    this.#requests.record({ at, step: "paypal-webhook", tookMs: now() - at, status, detail });
    const isTaken = status >= 200 && status < 300;
    if (isTaken || attempt > MOST_RETRIES || this.#closing.signal.aborted) return;
    this.#later(retryAfterMs(attempt), () => this.#attempt(record, transmission_id, attempt + 1));
  }

  #headersOf({ webhookId }: PayPalApp, id: string, body: Buffer): Record<string, string> {
    const time = timeJson(Date.now());
    return {
      "user-agent": "PayPal/AUHD-214.0-56138150",
      accept: "*/*",
      "paypal-transmission-id": id,
      "paypal-transmission-time": time,
      "paypal-transmission-sig": this.#signer.sign({ id, time, webhookId }, body),
      "paypal-cert-url": this.#url + this.#signer.path,
      "paypal-auth-algo": "SHA256withRSA",
    };
  }

  #later(ms: number, work: () => unknown): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
    return timer;
  }
}
