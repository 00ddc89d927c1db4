/** What the edge holds: memory, handles, timers, open files, live calls, connections; from /metrics, /proc and PostgreSQL. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import postgres from "postgres";
import { pidOf, readRunning } from "../../scripts/supervisor/running.ts";
import type { LiveProduct } from "../capacity/live-product.ts";
import { memoryNow } from "../processes.ts";

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
  /** Of this process to the database. */
  database_connections: number | null;
  /** Of the whole product: connections in the middle of something. */
  open_transactions: number;
}

export async function whatIsHeld({ url, dataDir }: LiveProduct): Promise<Holding> {
  const edge = pidOf(dataDir, "edge");
  const text = await (await fetch(new URL("/metrics", url))).text();
  const gauge = (name: string) => {
    const line = text.split("\n").find((one) => one.startsWith(`${name} `));
    return line === undefined ? null : Number(line.slice(name.length));
  };
  return {
    handles: gauge("nodejs_active_handles_total"),
    timers: gauge('nodejs_active_resources{type="Timeout"}'),
    open_files: edge === undefined ? null : openFiles(edge).length,
    live_calls: gauge("moked_live_calls"),
    ...(await databaseConnections(dataDir, edge)),
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

/** What each of a process's file descriptors is. */
function openFiles(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(`${folder}/${name}`)];
    } catch {
      return []; // closed meanwhile
    }
  });
}

async function databaseConnections(dataDir: string, edge: number | undefined) {
  const sql = postgres(readRunning(dataDir).databaseUrl, { max: 1 });
  try {
    const rows = await sql<{ port: number; busy: boolean }[]>`
      select client_port as port, xact_start is not null as busy from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`;
    const ports = edge === undefined ? null : localPorts(edge);
    return {
      database_connections: ports && rows.filter(({ port }) => ports.has(port)).length,
      open_transactions: rows.filter(({ busy }) => busy).length,
    };
  } finally {
    await sql.end();
  }
}

/** Of a process's TCP connections, on this machine's side. */
function localPorts(pid: number): Set<number> {
  const sockets = new Set(openFiles(pid));
  const lines = ["tcp", "tcp6"].flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, "utf8").split("\n"));
  return new Set(
    lines.flatMap((line) => {
      const [, local, , , , , , , , inode] = line.trim().split(/\s+/);
      return sockets.has(`socket:[${inode}]`) ? [Number.parseInt(local?.split(":").at(-1) ?? "", 16)] : [];
    }),
  );
}
