/** Many people write at once: how soon is each message kept and acknowledged? */
import postgres from "postgres";
import type { Bench, Group } from "../group.ts";
import { openLoop } from "../open-loop.ts";
import { type ProcessCost, watchProcesses } from "../processes.ts";
import { withProduct } from "../product.ts";
import { percentile } from "../statistics.ts";
import { question, Writers, type WrittenMessage, writerNumber } from "./writers.ts";

const PER_SECOND = 200;
const SECONDS = 20;
/** Everybody writes every five seconds. */
const PEOPLE = 1000;
const WARM_UP = { perSecond: 100, times: 1000 };

export const webhookGroup: Group = async (bench) => {
  await withProduct(bench, async (product) => {
    const sql = postgres(product.databaseUrl, { max: 1 });
    const writers = new Writers(product);
    try {
      bench.note(`${PER_SECOND} messages a second of ${PEOPLE} people for ${SECONDS} s, after a warm-up`);
      const write = (index: number) => writers.write(writerNumber(index % PEOPLE), question(index));
      await openLoop(WARM_UP, write);
      const processes = watchProcesses(product.dataDir);
      const load = { perSecond: PER_SECOND, times: PER_SECOND * SECONDS, signal: bench.signal };
      const { answers, latestMs } = await openLoop(load, write);
      const costs = processes.stop();
      const kept = await sql<{ name: string }[]>`
        select provider_id as name from message where direction = 'in' and provider_id = any(${answers.map(({ sid }) => sid)})`;
      tell(
        bench,
        answers,
        latestMs,
        kept.map(({ name }) => name),
        costs,
      );
    } finally {
      writers.close();
      await sql.end();
    }
  });
};

function tell(bench: Bench, answers: WrittenMessage[], latestMs: number, kept: string[], costs: ProcessCost[]): void {
  const times = answers.map(({ tookMs }) => tookMs);
  bench.raw("webhook", { times, latestMs, costs });
  const refused = answers.filter(({ status }) => status !== 200).length;
  const figure = (name: string, value: number | null, unit: string, atMost?: number, note?: string) =>
    bench.figure({
      ...{ name: `whatsapp.webhook_${name}`, value, unit },
      ...(atMost === undefined ? {} : { target: { atMost } }),
      ...(note === undefined ? {} : { note }),
    });
  figure("p50", percentile(times, 50), "ms");
  figure("p95", percentile(times, 95), "ms");
  figure("p99", percentile(times, 99), "ms", 60, `${times.length} posts, sent ${Math.round(latestMs)} ms late at most`);
  figure("refused", refused, "messages", 0);
  figure("lost", answers.length - new Set(kept).size, "messages", 0, `of ${answers.length}`);
  figure("kept_twice", kept.length - new Set(kept).size, "messages", 0);
  for (const { name, cpuPercent, memoryMb } of costs) {
    figure(`cpu_${name}`, cpuPercent, "%", undefined, `${Math.round(memoryMb)} MB`);
  }
}
