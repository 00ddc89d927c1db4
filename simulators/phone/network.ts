/** The phone network: its numbers and its calls. How it is reached over HTTP is in rest.ts and door.ts. */

import { z } from "zod";
import { Faults } from "../common/faults.ts";
import { RequestLog } from "../common/http.ts";
import type { Phrase, Phrasebook } from "../phrasebook/types.ts";
import { type Next, PhoneCall } from "./call.ts";
import { type CallRecord, callRecord } from "./call-record.ts";
import type { Exchange } from "./exchange.ts";
import { type NumberInput, Numbers, type PhoneNumber } from "./numbers.ts";
import { Recordings } from "./recordings.ts";
import { scriptSchema } from "./script.ts";
import { CallbackSender } from "./status-callbacks.ts";
import { Ticker } from "./ticker.ts";
import { runCall } from "./verbs/run.ts";

export interface PhoneNetworkOptions {
  accountSid: string;
  authToken: string;
  numbers?: NumberInput[] | undefined;
  /** What callers can say. Without one only recordings and noises. */
  phrasebook?: Phrasebook | undefined;
  faults?: Faults | undefined;
  /** Where the application reaches the REST API. */
  apiUrl?: string | undefined;
  /** How long the application may take for TwiML; Twilio waits 15 s. */
  webhookTimeoutMs?: number | undefined;
  handshakeTimeoutMs?: number | undefined;
  /** For tests: how much faster than the world calls run. */
  speed?: number | undefined;
}

const placeCallSchema = z.strictObject({
  /** E.164, or "anonymous" for a withheld number. */
  from: z.string().regex(/^(\+[1-9]\d{6,14}|anonymous)$/),
  to: z.string(),
  script: scriptSchema,
  /** Keeps both sides' audio for later. */
  listen: z.boolean().default(false),
  /** The caller gives up after this long. */
  maxMs: z.number().positive().default(600_000),
  /** The hiss of the line while the caller is silent: its root mean square as a part of full scale. */
  noiseFloor: z.number().min(0).max(0.1).optional(),
});
export type PlaceCall = z.input<typeof placeCallSchema>;

/** A call that cannot be placed: no such number or phrase. */
export class CannotPlaceCall extends Error {}

export interface PlacedCall {
  callSid: string;
  call: PhoneCall;
  /** Resolves when the call is over and the application has been told so. */
  ended: Promise<CallRecord>;
}

// Ended calls are kept for whoever wants to read their logs.
const KEPT_CALLS = 1000;

export class PhoneNetwork {
  readonly numbers = new Numbers();
  readonly requests = new RequestLog();
  readonly faults: Faults;
  readonly exchange: Exchange;
  readonly #options: PhoneNetworkOptions;
  readonly #ticker: Ticker;
  readonly #phrases: ReadonlyMap<string, Phrase>;
  readonly #calls = new Map<string, PlacedCall>();

  constructor(options: PhoneNetworkOptions) {
    this.#options = options;
    this.faults = options.faults ?? new Faults();
    this.#ticker = new Ticker(options.speed);
    this.#phrases = options.phrasebook?.phrases ?? new Map();
    this.exchange = {
      accountSid: options.accountSid,
      apiUrl: options.apiUrl ?? "",
      webhooks: { authToken: options.authToken, timeoutMs: options.webhookTimeoutMs ?? 15_000 },
      handshakeTimeoutMs: options.handshakeTimeoutMs ?? 10_000,
      numbers: this.numbers,
      recordings: new Recordings(),
    };
    for (const number of options.numbers ?? []) this.setNumber(number);
  }

  /** Configures a number of the application, or says whether and when a person answers. Throws a ZodError. */
  setNumber(input: NumberInput): PhoneNumber {
    return this.numbers.set(input);
  }

  /** Somebody calls the application. Throws a ZodError or CannotPlaceCall. */
  placeCall(input: PlaceCall): PlacedCall {
    const { from, to, ...behaviour } = placeCallSchema.parse(input);
    const number = this.numbers.get(to);
    if (!number?.voiceUrl) throw new CannotPlaceCall(`${to} is not a number of this network's application`);
    const call = this.#newCall({ from, to, direction: "inbound", ...behaviour });
    const callbacks = new CallbackSender(this.exchange, call, number.statusCallback, number.statusEvents);
    return this.#start(call, callbacks, async () => {
      call.ring();
      await runCall(this.exchange, call, { kind: "fetch", url: number.voiceUrl ?? "", method: "POST", params: {} });
    });
  }

  /** The application calls somebody; `first` is the document that runs when the call is answered. */
  dialOut(input: { from: string; to: string; timeoutS: number; callbacks: CallbackSettings; first: Next }): PhoneCall {
    const callee = this.numbers.get(input.to);
    const call = this.#newCall({
      from: input.from,
      to: input.to,
      direction: "outbound-api",
      script: callee?.script ?? [],
      listen: false,
      maxMs: 600_000,
    });
    const { url, events } = input.callbacks;
    this.#start(call, new CallbackSender(this.exchange, call, url, events), () => this.#ringOut(call, callee, input));
    return call;
  }

  getCall(callSid: string): PlacedCall | undefined {
    return this.#calls.get(callSid);
  }

  calls(): PhoneCall[] {
    return [...this.#calls.values()].map(({ call }) => call);
  }

  /** Hangs every call up. */
  close(): void {
    for (const call of this.calls()) call.end("shutdown", "shutdown");
    this.#ticker.stop();
  }

  #newCall(options: Omit<ConstructorParameters<typeof PhoneCall>[0], "phrases" | "speed">): PhoneCall {
    for (const step of options.script) {
      if (step.do === "say" && !this.#phrases.has(step.phrase)) {
        throw new CannotPlaceCall(`the phrasebook has no phrase ${step.phrase}`);
      }
    }
    return new PhoneCall({ ...options, phrases: this.#phrases, speed: this.#options.speed ?? 1 });
  }

  #start(call: PhoneCall, callbacks: CallbackSender, run: () => Promise<void>): PlacedCall {
    call.onEvent = (event) => callbacks.send(event);
    const removeFromTicker = this.#ticker.add(call);
    void call.ended.then(removeFromTicker);
    const running = run();
    const ended = Promise.all([running, call.ended])
      .then(() => callbacks.delivered)
      .then(() => callRecord(call));
    const placed = { callSid: call.sid, call, ended };
    this.#calls.set(call.sid, placed);
    for (const [sid, old] of this.#calls) {
      if (this.#calls.size <= KEPT_CALLS) break;
      if (old.call.isOver) this.#calls.delete(sid);
    }
    return placed;
  }

  async #ringOut(call: PhoneCall, callee: PhoneNumber | undefined, input: { timeoutS: number; first: Next }) {
    const signal = call.newDocument();
    try {
      call.ring();
      if (callee?.busy) return call.end("twiml", "busy", "busy");
      const answerMs = callee?.answers ? (callee.afterMs ?? 2000) : Number.POSITIVE_INFINITY;
      await call.wait(Math.min(answerMs, input.timeoutS * 1000), signal);
      if (answerMs > input.timeoutS * 1000) return call.end("twiml", "no_answer", "no-answer");
    } catch (error) {
      // Only an abort rejects here: cancelled, or sent elsewhere before anybody answered.
      if (call.isOver) return;
      throw error;
    }
    call.answer();
    await runCall(this.exchange, call, input.first);
  }
}

interface CallbackSettings {
  url: string | undefined;
  events: NonNullable<PhoneNumber["statusEvents"]> | undefined;
}
