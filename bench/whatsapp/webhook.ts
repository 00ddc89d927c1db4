/** Many people write at once: how soon is each message kept and acknowledged? */
import postgres from "postgres";
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
      // As in outbox.ts.
      await sql`analyze`;
      for (const { perSecond, seconds } of STEPS) {
        bench.note(`${perSecond} messages a second for ${seconds} s`);
        const processes = watchProcesses(product.dataDir);
        const load = { perSecond, times: perSecond * seconds, signal: bench.signal };
        const { answers, latestMs } = await openLoop(load, write);
        const costs = processes.stop();
        const kept = await sql<{ name: string }[]>`
          select provider_id as name from message where direction = 'in' and provider_id = any(${answers.map(({ sid }) => sid)})`;
        tell(bench, perSecond, { answers, latestMs, kept: kept.map(({ name }) => name), costs });
      }
    } finally {
      writers.close();
      await sql.end();
    }
  });
};

interface Step {
  answers: WrittenMessage[];
  latestMs: number;
  /** The network's names for what the database has of them. */
  kept: string[];
  costs: ProcessCost[];
}

function tell(bench: Bench, perSecond: number, { answers, latestMs, kept, costs }: Step): void {
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
  figure(
    "not_kept_yet",
    answers.length - new Set(kept).size,
    "messages",
    0,
    `of ${answers.length}, when all were answered`,
  );
  figure("kept_twice", kept.length - new Set(kept).size, "messages", 0);
  for (const { name, cpuPercent, memoryMb } of costs)
    figure(`cpu_${name}`, cpuPercent, "%", undefined, `${Math.round(memoryMb)} MB`);
}
