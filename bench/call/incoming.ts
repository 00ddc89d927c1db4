/** How fast a ringing phone gets its instructions when many ring at once. */
import { Agent } from "node:http";
import { newSid } from "#simulators/twilio/ids.ts";
import { callerNumber } from "../../scripts/call/phone.ts";
import type { Bench } from "../group.ts";
import { openLoop } from "../open-loop.ts";
import type { BenchProduct } from "../product.ts";
import { postSigned } from "../signed-post.ts";
import { percentile } from "../statistics.ts";

const PER_SECOND = 50;
const SECONDS = 20;
/** Numbers of their own, after those of the callers who talked. */
const FIRST_CALLER = 100_000;

/** Requests go out on their own times, whatever became of those before. */
export async function measureIncoming(bench: Bench, product: BenchProduct): Promise<void> {
  bench.note(`${PER_SECOND} incoming calls a second for ${SECONDS} s`);
  const agent = new Agent({ keepAlive: true });
  const door = { url: `${product.url}/webhook/incoming_call`, authToken: product.authToken, agent };
  const { answers, latestMs } = await openLoop({ perSecond: PER_SECOND, times: PER_SECOND * SECONDS }, (index) =>
    postSigned(door, ringing(product, callerNumber(FIRST_CALLER + index))),
  );
  agent.destroy();
  const times = answers.map(({ tookMs }) => tookMs);
  bench.raw("incoming", { times, latestMs });
  const note = `${times.length} posts, sent ${Math.round(latestMs)} ms late at most`;
  // Told to open a media stream, and nothing less.
  const refused = answers.filter(({ status, body }) => status !== 200 || !body.includes("<Stream")).length;
  bench.figure({ name: "call.incoming_refused", value: refused, unit: "calls", target: { atMost: 0 } });
  bench.figure({ name: "call.incoming_p50", value: percentile(times, 50), unit: "ms" });
  bench.figure({ name: "call.incoming_p99", value: percentile(times, 99), unit: "ms", target: { atMost: 60 }, note });
}

function ringing({ accountSid, businessNumber }: BenchProduct, from: string): Record<string, string> {
  return {
    CallSid: newSid("CA"),
    AccountSid: accountSid,
    ApiVersion: "2010-04-01",
    From: from,
    To: businessNumber,
    Caller: from,
    Called: businessNumber,
    Direction: "inbound",
    CallStatus: "ringing",
  };
}
