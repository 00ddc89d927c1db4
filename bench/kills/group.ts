/** Twenty calls, while the edge and the pages are killed again and again: who is left in silence, and what is lost? */
import { conversation, conversations, rotated } from "../call/conversations.ts";
import { Exchange, type ObservedCall } from "../call/ringing.ts";
import type { Figure } from "../figure.ts";
import type { Bench, Group } from "../group.ts";
import { withProduct } from "../product.ts";
import { percentile } from "../statistics.ts";
import { guarantees } from "./guarantees.ts";
import { Killer } from "./killer.ts";
import { type Hit, judge } from "./verdict.ts";

const LINES = 20;
/** As many as outlast the kills: each is about 40 s long. */
const CALLS = 200;
const KILLS = 30;
const SEED = 30;

export const killsGroup: Group = async (bench) => {
  await withProduct(bench, async (product) => {
    const exchange = await Exchange.connect(product);
    bench.figure({
      name: "call.kills_durable",
      value: await guarantees(product.dataDir),
      unit: "of 2 settings",
      target: { atLeast: 2 },
      note: "fsync and synchronous_commit",
    });
    bench.note(`${CALLS} calls, ${LINES} at once, and ${KILLS} kills`);
    const scripts = Array.from({ length: CALLS }, (_, index) => {
      const phrases = conversations[index % conversations.length] ?? [];
      return conversation(rotated(phrases, Math.floor(index / conversations.length) % phrases.length));
    });
    const killer = new Killer(product.dataDir, ["edge", "next"], SEED, (line) => bench.note(line));
    const over = new AbortController();
    const killing = killer.kill(KILLS, AbortSignal.any([bench.signal, over.signal]));
    const observed = await exchange.ring(scripts, LINES).finally(() => over.abort());
    const kills = await killing;
    const verdict = judge(observed, kills);
    bench.raw("kills", { kills, ...verdict });
    const late = new Set(verdict.hit.filter(isLate).map(({ callSid }) => callSid));
    bench.raw(
      "late",
      observed.calls.filter(({ phone }) => late.has(phone.callSid)),
    );

    const killed = (victim: string) => kills.filter((kill) => kill.victim === victim).length;
    bench.figure({
      name: "call.kills",
      value: kills.length,
      unit: "kills",
      target: { atLeast: KILLS },
      note: `${killed("edge")} of the edge, ${killed("next")} of the pages`,
    });
    bench.figure({
      name: "call.kills_acknowledged_turns_lost",
      value: verdict.lost.length,
      unit: "turns",
      target: { atMost: 0 },
      note: [`of ${verdict.acknowledged}`, ...verdict.lost.slice(0, 1)].join("; "),
    });
    tellVoices(bench, verdict.hit);
    bench.figure({
      name: "call.kills_refused",
      value: verdict.refused.length,
      unit: "errors",
      target: { atMost: 0 },
      ...(verdict.refused[0] === undefined ? {} : { note: verdict.refused[0] }),
    });
    const ends = Object.entries(Object.groupBy(observed.calls, endOf));
    for (const [end, calls = []] of ends.sort(([a], [b]) => a.localeCompare(b)))
      bench.figure({ name: `call.kills_ended_${end}`, value: calls.length, unit: "calls" });
  });
};

/** Who has waited so long thinks that nobody is there. */
const PATIENCE_MS = 5_000;
const waited = ({ voiceAgainMs }: Hit) => voiceAgainMs ?? Number.POSITIVE_INFINITY;
const isLate = (hit: Hit) => !hit.leftMessage && waited(hit) > PATIENCE_MS;

function tellVoices(bench: Bench, hit: readonly Hit[]): void {
  const of = (victim: Hit["victim"]) => hit.filter((one) => one.victim === victim);
  const note = `${hit.length} waits: ${of("edge").length} for the edge, ${of("next").length} for the pages`;
  const again = hit.filter((one) => one.voiceAgainMs !== null || !one.leftMessage).map(waited);
  const figure = (name: string, value: number | null, more: Partial<Figure> = {}) =>
    bench.figure({ name: `call.kills_voice_again_${name}`, value, unit: "ms", ...more });
  figure("p50", percentile(again.filter(Number.isFinite), 50), { note });
  figure("p95", percentile(again.filter(Number.isFinite), 95), { target: { atMost: PATIENCE_MS } });
  figure("max", again.length === 0 ? null : Math.max(...again), { target: { atMost: PATIENCE_MS } });
  const silent = hit.flatMap(({ silentMs }) => silentMs ?? []);
  bench.figure({
    name: "call.kills_silence_max",
    value: silent.length === 0 ? null : Math.max(...silent),
    unit: "ms",
    target: { atMost: PATIENCE_MS },
    note: "in which the caller did not speak either",
  });
  const late = hit.filter(isLate);
  bench.figure({
    name: "call.kills_left_in_silence",
    value: late.length,
    unit: "callers",
    target: { atMost: 0 },
    ...(late[0] === undefined ? {} : { note: `${late[0].callSid}: ${late[0].voiceAgainMs ?? "never"}` }),
  });
}

/** How a call ended, as the CRM tells it. */
function endOf({ phone, record }: ObservedCall): string {
  if (phone.endedBy === "error") return "with_an_error";
  return record === null ? "unknown" : (record.ending ?? "untold");
}
