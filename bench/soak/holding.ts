/** What the edge holds: memory, handles, timers, open files, live calls, connections; from /metrics, /proc and PostgreSQL. */
import { readdirSync } from "node:fs";
import postgres from "postgres";
import { readRunning } from "../../scripts/supervisor/running.ts";
import type { LiveProduct } from "../capacity/live-product.ts";
import { memoryNow, pidOf } from "../processes.ts";

const SAMPLE_EVERY_MS = 2_000;

export interface Sample {
  /** Seconds since the watching began. */
  atS: number;
  memoryMb: number;
}

/** What must be given back when the calls are over; null when it could not be found out. */
export interface Holding {
  /** What keeps a process alive: sockets, servers, workers. */
  handles: number | null;
  timers: number | null;
  open_files: number | null;
  live_calls: number | null;
  /** Of the whole product to its database. */
  database_connections: number;
  /** Those of them that are in the middle of something. */
  open_transactions: number;
}

export async function whatIsHeld({ url, dataDir }: LiveProduct): Promise<Holding> {
  const text = await (await fetch(new URL("/metrics", url))).text();
  const gauge = (name: string) => {
    const line = text.split("\n").find((one) => one.startsWith(`${name} `));
    return line === undefined ? null : Number(line.slice(name.length));
  };
  return {
    handles: gauge("nodejs_active_handles_total"),
    timers: gauge('nodejs_active_resources{type="Timeout"}'),
    open_files: openFiles(dataDir),
    live_calls: gauge("moked_live_calls"),
    ...(await databaseConnections(dataDir)),
  };
}

/** Looks at the memory every few seconds until `stop`. */
export function watchMemory({ dataDir }: LiveProduct): { stop(): Sample[] } {
  const samples: Sample[] = [];
  const startedAt = performance.now();
  const timer = setInterval(() => {
    samples.push({ atS: (performance.now() - startedAt) / 1000, memoryMb: memoryNow(dataDir, "edge") });
  }, SAMPLE_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

function openFiles(dataDir: string): number | null {
  const edge = pidOf(dataDir, "edge");
  return edge === undefined ? null : readdirSync(`/proc/${edge}/fd`).length;
}

async function databaseConnections(dataDir: string) {
  const sql = postgres(readRunning(dataDir).databaseUrl, { max: 1 });
  try {
    const [row] = await sql<{ all: number; busy: number }[]>`
      select count(*)::int as all, count(*) filter (where xact_start is not null)::int as busy
      from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return { database_connections: row?.all ?? 0, open_transactions: row?.busy ?? 0 };
  } finally {
    await sql.end();
  }
}
