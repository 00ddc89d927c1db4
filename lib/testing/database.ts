/** A real, migrated database for one test file: a copy of the template that vitest's global set-up has made. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { closeDatabase } from "../db/client.ts";

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  /** As the owner: for looking behind the doors. */
  owner: postgres.Sql;
  drop(): Promise<void>;
}

/** Call it in beforeAll, before anything asks for the configuration; `drop` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const { TEST_DATABASE_URL, TEST_DATABASE_APP_URL } = process.env;
  if (!TEST_DATABASE_URL || !TEST_DATABASE_APP_URL)
    throw new Error("There is no test database: vitest's global set-up has not run.");
  const template = new URL(TEST_DATABASE_URL).pathname.slice(1);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(at(TEST_DATABASE_URL, "postgres"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${template}`);

  const ownerUrl = at(TEST_DATABASE_URL, name);
  const appUrl = at(TEST_DATABASE_APP_URL, name);
  const owner = postgres(ownerUrl, { max: 3, onnotice: () => {} });
  Object.assign(process.env, {
    NODE_ENV: "test",
    MOKED_MODE: "simulation",
    LOG_LEVEL: "silent",
    PUBLIC_HOST: "http://localhost:3999",
    AUTH_SECRET: "a secret for tests only, long enough",
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    OPENAI_API_KEY: "sk-test",
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "0123456789abcdef0123456789abcdef",
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: appUrl,
  });
  return {
    ownerUrl,
    appUrl,
    owner,
    async drop() {
      await closeDatabase();
      await owner.end();
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Does this and leaves its transaction open, with all that it holds, until it is let go. */
export async function holding(
  { owner }: Pick<TestDatabase, "owner">,
  work: (tx: postgres.TransactionSql) => Promise<unknown>,
): Promise<{ letGo(): Promise<void> }> {
  const done = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const transaction = owner.begin(async (tx) => {
    await work(tx);
    done.resolve();
    await free.promise;
  });
  await Promise.race([done.promise, transaction]);
  return {
    async letGo() {
      free.resolve();
      await transaction;
    },
  };
}

/** How many wait for what another transaction holds. */
export async function waitingForALock({ owner }: Pick<TestDatabase, "owner">): Promise<number> {
  const waiting = await owner`
    select distinct pid from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted`;
  return waiting.length;
}

function at(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.toString();
}
