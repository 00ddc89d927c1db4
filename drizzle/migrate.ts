/**
 * Brings a database up to date: the app's role, graphile-worker's tables, then our migrations. Safe to repeat, and safe
 * when several replicas start at once. Run as the owner: `node drizzle/migrate.ts` with DATABASE_URL and
 * DATABASE_APP_URL (its user and password are what the app's role gets).
 */
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";

const LOCK = 7_266_533; // any number of our own: two migrators wait for each other

/** Throws when the server is too old, or when a migration fails (which then changed nothing). */
export async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    const version = await sql`select current_setting('server_version_num')::int as number`;
    if (version[0]?.number < 180_000) throw new Error("Moked needs PostgreSQL 18 or newer (uuidv7).");
    await keepAppRole(sql, new URL(appUrl));
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
    await migrate(drizzle(sql), { migrationsFolder: new URL("./migrations", import.meta.url).pathname });
  } finally {
    await sql.end();
  }
}

/** The role that the app logs in as: it owns nothing and bypasses nothing. */
async function keepAppRole(sql: postgres.Sql, appUrl: URL): Promise<void> {
  const name = decodeURIComponent(appUrl.username);
  if (name !== "moked_app") throw new Error("DATABASE_APP_URL must log in as moked_app.");
  const password = decodeURIComponent(appUrl.password).replaceAll("'", "''");
  const exists = await sql`select rolsuper or rolbypassrls as mighty from pg_roles where rolname = 'moked_app'`;
  if (exists[0]?.mighty) throw new Error("moked_app must be neither superuser nor BYPASSRLS.");
  if (exists.length === 0)
    await sql.unsafe(`create role moked_app login nosuperuser nobypassrls password '${password}'`);
  else if (password) await sql.unsafe(`alter role moked_app password '${password}'`);
  // A plan made while a table was empty (or for a small business) must not be kept for when it is full.
  await sql`alter role moked_app set plan_cache_mode = 'force_custom_plan'`;
  await sql`grant usage on schema public to moked_app`;
}

if (import.meta.main) {
  const { DATABASE_URL, DATABASE_APP_URL } = process.env;
  if (!DATABASE_URL || !DATABASE_APP_URL) throw new Error("DATABASE_URL and DATABASE_APP_URL must be set.");
  await migrateDatabase(DATABASE_URL, DATABASE_APP_URL);
}
