import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { z } from "zod";
import { readJson, writePrivateJson } from "./files.ts";
import { fingerprint } from "./hash.ts";
import type { PostgresServer } from "./postgres/server.ts";
import { codeOf, Trouble } from "./trouble.ts";

const stateSchema = z.object({ migrated: z.string(), seeded: z.boolean() });

/**
 * How far an embedded database is: which migrations and passwords it has seen, and whether the demo data is in. Kept
 * inside the cluster's own folder, so that a cluster put back from a backup brings the state that belongs to it, and a
 * second start need not run the migrator to learn that there is nothing to do.
 */
export class SchemaState {
  readonly #path: string;
  readonly #expected: string;
  readonly #state: z.infer<typeof stateSchema>;

  constructor(root: string, server: PostgresServer, appUrl: string) {
    this.#path = join(server.home, "moked-schema.json");
    // The password only: an adopted server may have another port.
    const password = createHash("sha256").update(new URL(appUrl).password).digest("hex");
    const files = fingerprint(root, ["drizzle/migrate.ts", "drizzle/migrations", "package-lock.json"]);
    this.#expected = `${files}.${password}`;
    this.#state = readJson(this.#path, stateSchema) ?? { migrated: "", seeded: false };
  }

  get isCurrent(): boolean {
    return this.#state.migrated === this.#expected;
  }

  get isSeeded(): boolean {
    return this.#state.seeded;
  }

  migrated(): void {
    this.#state.migrated = this.#expected;
    writePrivateJson(this.#path, this.#state);
  }

  seeded(): void {
    this.#state.seeded = true;
    writePrivateJson(this.#path, this.#state);
  }
}

/** Asks the operator's own server whether it is there and lets us in. @throws Trouble, without the password. */
export async function requireReachable(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select 1`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Trouble(
      `The database of DATABASE_URL cannot be used: ${reason}. Check its address, user, password and database name.`,
      { cause: error },
    );
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Makes a database unless it is there. */
export async function ensureDatabase(server: PostgresServer, name: string): Promise<void> {
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    await sql`create database ${sql(name)}`;
  } catch (error) {
    if (codeOf(error) !== "42P04") throw error; // it exists
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const loginsSchema = z.array(z.object({ email: z.string(), password: z.string(), role: z.string() }));
export type DemoLogin = z.infer<typeof loginsSchema>[number];

/** The demo logins that the seed has written; empty when there are none. */
export function demoLogins(dataDir: string): DemoLogin[] {
  const path = join(dataDir, "demo-logins.json");
  return existsSync(path) ? loginsSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : [];
}
