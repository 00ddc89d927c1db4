import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { fingerprint } from "../supervisor/hash.ts";
import { takeLock } from "../supervisor/lock.ts";
import { findFree } from "../supervisor/ports.ts";
import { type PostgresServer, startPostgres } from "../supervisor/postgres/server.ts";
import { loadSecrets } from "../supervisor/secrets.ts";
import { runTask } from "../supervisor/task.ts";
import { Trouble } from "../supervisor/trouble.ts";
import { pollUntil } from "../supervisor/wait.ts";

/** A PostgreSQL for tests: `url` (owner) and `appUrl` (the app's role) name a migrated template to make copies of. */
export type TestPostgres = { url: string; appUrl: string; stop: () => Promise<void> };

/** Every test run holds this lock, shared, as long as it runs; who can have it alone is the last one. */
const inUse = 7_266_534;

/**
 * Starts the PostgreSQL of a folder for tests, or joins the one that other test runs already use. The last run to end
 * stops it. Nothing here needs to survive a power cut, so it does not wait for the disk.
 */
export async function startTestPostgres(root: string, dataDir = join(root, ".data/dev-test")): Promise<TestPostgres> {
  mkdirSync(dataDir, { recursive: true });
  const secrets = loadSecrets(dataDir);
  return alone(dataDir, async () => {
    const server = await startPostgres({
      dataDir,
      password: secrets.databasePassword,
      port: await findFree(),
      note: (line) => console.error(line),
      settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
    });
    const holder = postgres(server.url("postgres"), { max: 1, max_lifetime: null, idle_timeout: undefined });
    await holder`select pg_advisory_lock_shared(${inUse})`;
    const appUrl = (database: string) =>
      server.url(database).replace(/\/\/[^@]+@/, `//moked_app:${secrets.appPassword}@`);
    const template = await ensureTemplate(root, dataDir, server, appUrl);
    return {
      url: server.url(template),
      appUrl: appUrl(template),
      stop: () =>
        alone(dataDir, async () => {
          await holder.end({ timeout: 2 });
          await stopUnlessInUse(server, template);
        }),
    };
  });
}

async function ensureTemplate(
  root: string,
  dataDir: string,
  server: PostgresServer,
  appUrl: (database: string) => string,
): Promise<string> {
  const hash = fingerprint(root, ["drizzle/migrate.ts", "drizzle/migrations", "package-lock.json"]);
  const name = `template_${hash.slice(0, 16)}`;
  const draft = `${name}_draft`;
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    const known = await sql`select 1 from pg_database where datname = ${name}`;
    if (known.length > 0) return name;
    await sql`drop database if exists ${sql(draft)} with (force)`;
    await sql`create database ${sql(draft)}`;
    const env = { ...process.env, DATABASE_URL: server.url(draft), DATABASE_APP_URL: appUrl(draft) };
    const launch = { args: [join(root, "drizzle/migrate.ts")], cwd: root, env };
    if (existsSync(join(root, "drizzle/migrate.ts"))) {
      await runTask("migrate", launch, dataDir, AbortSignal.timeout(120_000));
    }
    // Its name appears only when it is whole.
    await sql`alter database ${sql(draft)} rename to ${sql(name)}`;
    return name;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function stopUnlessInUse(server: PostgresServer, template: string): Promise<void> {
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  let last = false;
  try {
    const [row] = await sql<{ free: boolean }[]>`select pg_try_advisory_lock(${inUse}) as free`;
    last = row?.free === true;
    if (last) await dropOld(sql, template);
  } finally {
    await sql.end({ timeout: 2 });
  }
  if (last) await server.stop();
}

/** Copies left by killed test runs, and templates of former migrations. */
async function dropOld(sql: postgres.Sql, template: string): Promise<void> {
  const old = await sql<{ name: string }[]>`
    select datname as name from pg_database
    where (datname like 'test\\_%' or datname like 'template\\_%') and datname <> ${template}`;
  for (const { name } of old) await sql`drop database if exists ${sql(name)} with (force)`;
}

/** Starting and stopping are done by one test run at a time. */
async function alone<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await pollUntil(120_000, 25, () => {
    try {
      return takeLock(dataDir, "a test run");
    } catch (error) {
      if (error instanceof Trouble) return undefined;
      throw error;
    }
  });
  if (lock === undefined)
    throw new Trouble(`Another test run has been starting or stopping ${dataDir} for two minutes.`);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
