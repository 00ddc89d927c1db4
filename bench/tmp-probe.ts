import postgres from "postgres";
import { watchProcesses } from "./processes.ts";
import { openLoop } from "./open-loop.ts";
import { withProduct } from "./product.ts";
import { percentile } from "./statistics.ts";
import { question, Writers, writerNumber } from "./whatsapp/writers.ts";
const rate = Number(process.argv[2] ?? 100), secs = Number(process.argv[3] ?? 10), people = Number(process.argv[4] ?? 1000);
const signal = new AbortController().signal;
await withProduct({ note: console.error, signal, figure() {}, raw() {}, options: {} } as never, async (product) => {
  const sql = postgres(product.databaseUrl, { max: 2, prepare: false });
  if (process.env.PRE) await sql.unsafe(process.env.PRE);
  const w = new Writers(product);
  const write = (i: number) => w.write(writerNumber(i % people), question(i));
  await openLoop({ perSecond: 50, times: 500 }, write);
  const watch = watchProcesses(product.dataDir); const t0 = performance.now();
  const seen = new Map<string, number>();
  const t = setInterval(async () => {
    const rows = await sql`select usename, state, wait_event_type t, wait_event e, left(regexp_replace(query, '\s+', ' ', 'g'), 90) q from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
    for (const r of rows) { const k = `${r.usename} ${r.state} ${r.t}/${r.e} ${r.q}`; seen.set(k, (seen.get(k) ?? 0) + 1); }
  }, 100);
  const { answers, latestMs } = await openLoop({ perSecond: rate, times: rate * secs }, write);
  clearInterval(t);
  const el = (performance.now() - t0) / 1000;
  for (const c of watch.stop()) console.log(c.name, "cpu", c.cpuPercent.toFixed(1), "ms/msg", ((c.cpuPercent / 100) * el * 1000 / answers.length).toFixed(2));
  const times = answers.map((a) => a.tookMs);
  console.log("p50", percentile(times, 50), "p95", percentile(times, 95), "p99", percentile(times, 99), "late", latestMs, "refused", answers.filter((a) => a.status !== 200).length);
  for (const [k, n] of [...seen].sort((a, b) => b[1] - a[1]).slice(0, 30)) console.log(n, k);
  console.log(await sql`select count(*)::int jobs, count(*) filter (where locked_at is not null)::int locked, (select count(*)::int from graphile_worker._private_job_queues) queues from graphile_worker._private_jobs`);
  w.close();
  await sql.end();
});
