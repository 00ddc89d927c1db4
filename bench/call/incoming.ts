/** How fast a ringing phone gets its instructions when many ring at once. */
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { newSid } from "#simulators/twilio/ids.ts";
import { signRequest } from "#simulators/twilio/signature.ts";
import { callerNumber } from "../../scripts/call/phone.ts";
import type { Bench } from "../group.ts";
import type { BenchProduct } from "../product.ts";
import { percentile } from "../statistics.ts";

const PER_SECOND = 50;
const SECONDS = 20;
/** Numbers of their own, after those of the callers who talked. */
const FIRST_CALLER = 100_000;

interface Answered {
  tookMs: number;
  /** It was told to open a media stream. */
  good: boolean;
}

/** Requests go out on their own times, whatever became of those before. */
export async function measureIncoming(bench: Bench, product: BenchProduct): Promise<void> {
  bench.note(`${PER_SECOND} incoming calls a second for ${SECONDS} s`);
  const agent = new Agent({ keepAlive: true });
  const startedAt = performance.now();
  const answers: Promise<Answered>[] = [];
  let latestMs = 0;
  for (let index = 0; index < PER_SECOND * SECONDS; index++) {
    const dueAt = startedAt + (index * 1000) / PER_SECOND;
    await wait(Math.max(0, dueAt - performance.now()));
    latestMs = Math.max(latestMs, performance.now() - dueAt);
    answers.push(ringOnce(product, callerNumber(FIRST_CALLER + index), agent));
  }
  const answered = await Promise.all(answers);
  agent.destroy();
  const times = answered.map(({ tookMs }) => tookMs);
  bench.raw("incoming", { times, latestMs });
  const note = `${times.length} posts, sent ${Math.round(latestMs)} ms late at most`;
  const refused = answered.filter(({ good }) => !good).length;
  bench.figure({ name: "call.incoming_refused", value: refused, unit: "calls", target: { atMost: 0 } });
  bench.figure({ name: "call.incoming_p50", value: percentile(times, 50), unit: "ms" });
  bench.figure({ name: "call.incoming_p99", value: percentile(times, 99), unit: "ms", target: { atMost: 60 }, note });
}

function ringOnce(product: BenchProduct, from: string, agent: Agent): Promise<Answered> {
  const url = `${product.url}/webhook/incoming_call`;
  const form = {
    CallSid: newSid("CA"),
    AccountSid: product.accountSid,
    ApiVersion: "2010-04-01",
    From: from,
    To: product.businessNumber,
    Caller: from,
    Called: product.businessNumber,
    Direction: "inbound",
    CallStatus: "ringing",
  };
  const body = new URLSearchParams(form).toString();
  const headers = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": Buffer.byteLength(body),
    "X-Twilio-Signature": signRequest(product.authToken, url, form),
  };
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const done = (good: boolean) => resolve({ tookMs: performance.now() - startedAt, good });
    const post = request(url, { method: "POST", headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => done(false));
      response.on("end", () => done(response.statusCode === 200 && String(Buffer.concat(chunks)).includes("<Stream")));
    });
    post.on("error", () => done(false));
    post.end(body);
  });
}
