/** Many people write at once: how soon is each message kept and acknowledged? */
import postgres from "postgres";
import { pollUntil } from "../../scripts/supervisor/wait.ts";
import type { Bench, Group } from "../group.ts";
import { openLoop } from "../open-loop.ts";
import { type ProcessCost, watchProcesses } from "../processes.ts";
import { withProduct } from "../product.ts";
import { percentile } from "../statistics.ts";
import { question, Writers, type WrittenMessage, writerNumber } from "./writers.ts";

/** What is promised, after what shows how far the machine is from it. */
const PROMISED = { perSecond: 200, seconds: 20 };
const STEPS = [{ perSecond: 25, seconds: 8 }, { perSecond: 50, seconds: 8 }, { perSecond: 100, seconds: 8 }, PROMISED];
const PEOPLE = 1000;
const IN_THE_INBOX_WITHIN_MS = 120_000;
const WARM_UP = { perSecond: 50, times: 500 };

export const webhookGroup: Group = async (bench) => {
  await withProduct(bench, async (product) => {
    const sql = postgres(product.databaseUrl, { max: 1 });
    const writers = new Writers(product);
    let written = 0;
    const write = () => writers.write(writerNumber(written % PEOPLE), question(written++));
    try {
      bench.note(`${WARM_UP.times} messages for warming up, each of ${PEOPLE} people in turns`);
      await openLoop(WARM_UP, write);
      for (const { perSecond, seconds } of STEPS) {
        bench.note(`${perSecond} messages a second for ${seconds} s`);
        const processes = watchProcesses(product.dataDir);
        const load = { perSecond, times: perSecond * seconds, signal: bench.signal };
        const { answers, latestMs } = await openLoop(load, write);
        const costs = processes.stop();
        const sids = answers.map(({ sid }) => sid);
        const kept = await keptOf(sql, sids);
        const atOnce = new Set(await messagesNamed(sql, sids)).size;
        const answeredAt = performance.now();
        const there = await pollUntil(IN_THE_INBOX_WITHIN_MS, 100, async () => {
          const names = await messagesNamed(sql, sids);
          return new Set(names).size === sids.length ? names : undefined;
        });
        const behindMs = there === undefined ? null : performance.now() - answeredAt;
        tell(bench, perSecond, {
          answers,
          latestMs,
          kept,
          atOnce,
          there: there ?? (await messagesNamed(sql, sids)),
          behindMs,
          costs,
        });
      }
    } finally {
      writers.close();
      await sql.end();
    }
  });
};

/** What the database has of these, by the network's names for them: as messages, or as posts that a job is to take. */
async function keptOf(sql: postgres.Sql, sids: string[]): Promise<Set<string>> {
  const rows = await sql<{ name: string }[]>`
    select provider_id as name from message where direction = 'in' and provider_id = any(${sids})
    union select p->'form'->>'MessageSid' from graphile_worker._private_jobs j, json_array_elements(j.payload->'posts') p
    where p->'form'->>'MessageSid' = any(${sids})`;
  return new Set(rows.map(({ name }) => name));
}

async function messagesNamed(sql: postgres.Sql, sids: string[]): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select provider_id as name from message where direction = 'in' and provider_id = any(${sids})`;
  return rows.map(({ name }) => name);
}

interface Step {
  answers: WrittenMessage[];
  latestMs: number;
  /** The network's names for what the database had of them when all were answered. */
  kept: Set<string>;
  /** How many of them were messages by then, and not only posts. */
  atOnce: number;
  /** The names of those that became messages in the end, and how long that took from then on. */
  there: string[];
  behindMs: number | null;
  costs: ProcessCost[];
}

function tell(
  bench: Bench,
  perSecond: number,
  { answers, latestMs, kept, atOnce, there, behindMs, costs }: Step,
): void {
  const times = answers.map(({ tookMs }) => tookMs);
  bench.raw(`at_${perSecond}`, { times, latestMs, costs });
  const isPromised = perSecond === PROMISED.perSecond;
  const figure = (name: string, value: number | null, unit: string, atMost?: number, note?: string) =>
    bench.figure({
      ...{ name: `whatsapp.webhook_${name}${isPromised ? "" : `_at_${perSecond}`}`, value, unit },
      ...(atMost === undefined ? {} : { target: { atMost } }),
      ...(note === undefined ? {} : { note }),
    });
  figure("p50", percentile(times, 50), "ms");
  const sent = `${times.length} posts, sent ${Math.round(latestMs)} ms late at most`;
  figure("p99", percentile(times, 99), "ms", isPromised ? 60 : undefined, sent);
  figure("refused", answers.filter(({ status }) => status !== 200).length, "messages", 0);
  figure("not_kept", answers.length - kept.size, "messages", 0, `of ${answers.length}, when all were answered`);
  figure("not_kept_yet", answers.length - atOnce, "messages", undefined, `only posts by then, of ${answers.length}`);
  figure("in_the_inbox_after", behindMs, "ms", 1000, "from then on, with the agent answering");
  figure("kept_twice", there.length - new Set(there).size, "messages", 0);
  for (const { name, cpuPercent, memoryMb } of costs)
    figure(`cpu_${name}`, cpuPercent, "%", undefined, `${Math.round(memoryMb)} MB`);
}
