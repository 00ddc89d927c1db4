/** The app's connection pool, logged in as moked_app. Used by tenant.ts and system.ts only. */
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "#drizzle/schema/index.ts";
import { env } from "../config/env.ts";
import { log } from "../log.ts";
import { prepared } from "./prepared.ts";

const SLOW_QUERY_MS = 100;
/**
 * Each is a process of PostgreSQL's. Those of a process that only does jobs compete with the ones for which a caller waits, so
 * it has few, and its transactions wait for each other.
 */
const CONNECTIONS = 10;
const CONNECTIONS_FOR_JOBS = 4;

const connections = () =>
  env().ROLES.some((role) => role === "edge" || role === "media") ? CONNECTIONS : CONNECTIONS_FOR_JOBS;

function connect() {
  const url = env().DATABASE_APP_URL;
  if (!url) throw new Error("DATABASE_APP_URL is not set");
  const client = postgres(url, { max: connections(), connect_timeout: 5, idle_timeout: 300, onnotice: () => {} });
  return { client, db: drizzle(prepared(client), { schema, casing: "snake_case" }) };
}

const cache: { open?: ReturnType<typeof connect> } = {};
function open() {
  cache.open ??= connect();
  return cache.open;
}

export type Db = ReturnType<typeof connect>["db"];
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export function db(): Db {
  return open().db;
}

/** The driver itself: for LISTEN, and for the system questions. */
export function sqlClient(): postgres.Sql {
  return open().client;
}

/** Opens all connections at once: whoever rings first should not wait for them. Rejects when the database is away. */
export async function openConnections(): Promise<void> {
  // Each is kept busy until the last one is there.
  const { client } = open();
  await Promise.all(Array.from({ length: connections() }, () => client`select pg_sleep(0.1)`));
}

/** Ends the pool: at the end of a process or of a test. */
export async function closeDatabase(): Promise<void> {
  const { open: opened } = cache;
  delete cache.open;
  await opened?.client.end({ timeout: 5 });
}

/** Runs and times one unit of database work; what takes longer than 100 ms is logged with its name. */
export async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    const tookMs = performance.now() - start;
    if (tookMs > SLOW_QUERY_MS) log().warn({ query: name, took_ms: Math.round(tookMs) }, "slow query");
  }
}
