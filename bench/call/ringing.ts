/** Rings the product's number: some calls at once, and everything that is known about each afterwards. */

import type { StepInput } from "#simulators/phone/script.ts";
import { type CrmCall, CrmClient } from "../../scripts/call/crm.ts";
import { type LineEvent, lineEvents, type Spoken, spokenPhrases } from "../../scripts/call/line-events.ts";
import { callerNumber, type PhoneRecord, ringUp } from "../../scripts/call/phone.ts";
import type { BenchProduct } from "../product.ts";
import { type Requests, Services } from "./services.ts";
import { saysAll } from "./words.ts";

/** A call after its end, from all sides. */
export interface ObservedCall {
  phone: PhoneRecord;
  events: LineEvent[];
  spoken: Spoken[];
  /** Null when the CRM does not know it. */
  record: CrmCall | null;
}

export interface Observed {
  calls: ObservedCall[];
  requests: Requests;
}

/** Calls of one batch begin so far apart, as no two people ring in the same millisecond. */
const APART_MS = 150;

export class Exchange {
  readonly services: Services;
  readonly #product: BenchProduct;
  readonly #crm: CrmClient;
  #callers = 0;

  private constructor(product: BenchProduct, crm: CrmClient) {
    this.#product = product;
    this.#crm = crm;
    this.services = new Services(product.openAiUrl, product.ttsUrl);
  }

  static async connect(product: BenchProduct): Promise<Exchange> {
    return new Exchange(product, await CrmClient.logIn(product.url, product.dataDir));
  }

  /** Plays every script, `lines` of them at a time, and collects what became of them. */
  async ring(scripts: readonly StepInput[][], lines: number): Promise<Observed> {
    await this.services.take();
    const waiting = [...scripts];
    const phones: PhoneRecord[] = [];
    const line = async (index: number) => {
      await new Promise((resolve) => setTimeout(resolve, index * APART_MS));
      for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
        phones.push(await ringUp(this.#product.phoneUrl, { from: this.#newCaller(), to: this.#to, script }));
      }
    };
    await Promise.all(Array.from({ length: lines }, (_, index) => line(index)));
    const requests = await this.services.take();
    const calls: ObservedCall[] = [];
    for (const phone of phones) {
      const events = lineEvents(phone);
      const record = await this.#crm.finishedCall(phone.callSid);
      calls.push({ phone, events, spoken: spokenPhrases(events), record });
    }
    return { calls, requests };
  }

  get #to(): string {
    return this.#product.businessNumber;
  }

  #newCaller(): string {
    this.#callers += 1;
    return callerNumber(this.#callers);
  }
}

/** What was said and is not, with all its words, in a caller's turn of the CRM; and what is there instead. */
export function lostPhrases({ calls }: Observed): string[] {
  return calls.flatMap(({ phone, spoken, record }) =>
    spoken
      .filter(({ text }) => !record?.turns.some((turn) => turn.speaker === "caller" && saysAll(turn.text, text)))
      .map(({ phrase }) => `${phone.callSid} ${phrase}: ${understood(record)}`),
  );
}

function understood(record: CrmCall | null): string {
  const turns = record?.turns.filter(({ speaker }) => speaker === "caller") ?? [];
  return turns.map(({ text }) => text || "-").join(" | ");
}

/** What the phone network would have reported to Twilio's debugger, and callers who waited in vain. */
export function refusals({ calls }: Observed): string[] {
  return calls.flatMap(({ phone, events, record }) => [
    ...phone.errors.map(({ code, message }) => `${phone.callSid} ${code} ${message}`),
    ...events.filter(({ kind }) => kind === "wait_timeout").map(() => `${phone.callSid} waited in vain`),
    ...(record === null ? [`${phone.callSid} is not in the CRM`] : []),
  ]);
}
