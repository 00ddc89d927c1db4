/** The phone network, played back: rings with signed webhooks, opens the stream that the answer names, and hangs up. */
import { randomBytes } from "node:crypto";
import { signRequest } from "#simulators/twilio/signature.ts";
import { Caller, type SpokenTurn } from "./caller.ts";
import { CALLS_WITH_A_CODE } from "./code.ts";
import { later, now } from "./notes.ts";

/** Frames leave in so many groups, spread over their 20 ms, as real calls do. */
const GROUPS = 10;
const GROUP_MS = 2;
/** Calls begin so far apart. */
const APART_MS = 60;

export interface RingOrder {
  /** The product's public address, and its account. */
  url: string;
  accountSid: string;
  authToken: string;
  /** The dialled number of each call, and how often its caller speaks. */
  calls: { to: string; turns: number }[];
  /** So many at once; when one ends, the next one begins. */
  lines: number;
  /** After so long no other one begins. */
  forMs?: number;
}

export interface RungCall {
  /** As its code says; after CALLS_WITH_A_CODE calls they begin again. */
  call: number;
  callSid: string;
  /** How often the caller was to speak. */
  turns: number;
  spoken: SpokenTurn[];
  /** What went wrong, if anything did. */
  trouble: string | null;
}

export class PlayedExchange {
  readonly #phrase: Buffer;
  readonly #callers = new Map<number, Caller>();

  constructor(phrase: Buffer) {
    this.#phrase = phrase;
  }

  /** Rings all numbers, a few at once, and comes back when every caller has said everything. */
  async ring(order: RingOrder): Promise<RungCall[]> {
    const stop = this.#tick();
    const rung: RungCall[] = [];
    const waiting = [...order.calls.entries()];
    const until = now() + (order.forMs ?? Number.POSITIVE_INFINITY);
    const line = async (index: number) => {
      await later(index * APART_MS);
      for (let next = waiting.shift(); next !== undefined && now() < until; next = waiting.shift()) {
        const [index, { to, turns }] = next;
        const call = index % CALLS_WITH_A_CODE;
        rung.push(await this.#call(order, to, call, turns));
        this.#callers.delete(call);
      }
    };
    try {
      await Promise.all(Array.from({ length: order.lines }, (_, index) => line(index)));
      return rung.sort((a, b) => a.call - b.call);
    } finally {
      stop();
      this.#callers.clear();
    }
  }

  async #call(order: RingOrder, to: string, call: number, turns: number): Promise<RungCall> {
    const callSid = `CA${randomBytes(16).toString("hex")}`;
    const over = Promise.withResolvers<void>();
    try {
      const { url, parameters } = await this.#open(order, to, call, callSid);
      const headers = { "X-Twilio-Signature": signRequest(order.authToken, url) };
      const options = { call, turns, phrase: this.#phrase, over: over.resolve };
      const caller = new Caller(options, url, headers, `MZ${randomBytes(16).toString("hex")}`);
      this.#callers.set(call, caller);
      await caller.start({
        accountSid: order.accountSid,
        callSid,
        tracks: ["inbound"],
        customParameters: parameters,
        mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
      });
      await over.promise;
      caller.hangUp(callSid, order.accountSid);
      await this.#post(order, "/webhook/call_status", {
        CallSid: callSid,
        CallStatus: "completed",
        CallDuration: "30",
      });
      const trouble = caller.cutOff ? "the stream was closed" : null;
      return { call, callSid, turns, spoken: caller.spoken, trouble };
    } catch (error) {
      return { call, callSid, turns, spoken: [], trouble: String(error) };
    }
  }

  async #open(order: RingOrder, To: string, call: number, CallSid: string) {
    const From = `+97254${String(2_000_000 + call + Math.floor(now() % 1_000_000))}`;
    const twiml = await this.#post(order, "/webhook/incoming_call", {
      AccountSid: order.accountSid,
      ApiVersion: "2010-04-01",
      CallSid,
      CallStatus: "ringing",
      Direction: "inbound",
      From,
      To,
    });
    const url = /<Stream url="([^"]+)"/.exec(twiml)?.[1];
    if (url === undefined) throw new Error(`no stream: ${twiml.slice(0, 200)}`);
    const parameters = [...twiml.matchAll(/<Parameter name="([^"]+)" value="([^"]+)"/g)];
    return { url, parameters: Object.fromEntries(parameters.map(([, name, value]) => [name, value])) };
  }

  async #post(order: RingOrder, path: string, form: Record<string, string>): Promise<string> {
    const url = `${order.url}${path}`;
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": signRequest(order.authToken, url, form),
      },
      body: new URLSearchParams(form),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  }

  /** Every 20 ms a frame for each caller, by absolute deadlines. */
  #tick(): () => void {
    const startedAt = now();
    let group = 0;
    const timer = setInterval(() => {
      for (let due = startedAt + group * GROUP_MS; due <= now(); due = startedAt + group * GROUP_MS) {
        const lateMs = now() - due;
        for (const [call, caller] of this.#callers) if (call % GROUPS === group % GROUPS) caller.tick(lateMs);
        group += 1;
      }
    }, GROUP_MS);
    return () => clearInterval(timer);
  }
}
