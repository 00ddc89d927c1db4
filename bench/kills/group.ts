/** Twenty calls, while the edge and the pages are killed again and again: who is left in silence, and what is lost? */
import { conversation, conversations, rotated } from "../call/conversations.ts";
import { Exchange } from "../call/ringing.ts";
import type { Group } from "../group.ts";
import { withProduct } from "../product.ts";
import { percentile } from "../statistics.ts";
import { guarantees } from "./guarantees.ts";
import { Killer } from "./killer.ts";
import { judge } from "./verdict.ts";

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
    const killer = new Killer(product.dataDir, SEED, (line) => bench.note(line));
    const over = new AbortController();
    const killing = killer.kill(KILLS, AbortSignal.any([bench.signal, over.signal]));
    const observed = await exchange.ring(scripts, LINES).finally(() => over.abort());
    const kills = await killing;
    const verdict = judge(observed, kills);
    bench.raw("kills", { kills, ...verdict });

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
    const again = verdict.hit.flatMap(({ voiceAgainMs }) => voiceAgainMs ?? []);
    const note = `${verdict.hit.length} streams were cut`;
    bench.figure({ name: "call.kills_voice_again_p50", value: percentile(again, 50), unit: "ms", note });
    bench.figure({ name: "call.kills_voice_again_p95", value: percentile(again, 95), unit: "ms" });
    const silent = verdict.hit.filter((hit) => !hit.leftMessage && !((hit.voiceAgainMs ?? Infinity) <= 5000));
    bench.figure({
      name: "call.kills_left_in_silence",
      value: silent.length,
      unit: "callers",
      target: { atMost: 0 },
      ...(silent[0] === undefined ? {} : { note: `${silent[0].callSid}: ${silent[0].voiceAgainMs ?? "never"}` }),
    });
    bench.figure({
      name: "call.kills_refused",
      value: verdict.refused.length,
      unit: "errors",
      target: { atMost: 0 },
      ...(verdict.refused[0] === undefined ? {} : { note: verdict.refused[0] }),
    });
  });
};
