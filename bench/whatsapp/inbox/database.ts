/** The large inbox: made once, kept as a template in a PostgreSQL of its own, and copied for each run. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "#drizzle/migrate.ts";
import { createBusiness } from "#lib/businesses/create-business.ts";
import type { Context } from "#lib/context.ts";
import { closeDatabase } from "#lib/db/client.ts";
import { fingerprint } from "../../../scripts/supervisor/hash.ts";
import { findFree } from "../../../scripts/supervisor/ports.ts";
import { startPostgres } from "../../../scripts/supervisor/postgres/server.ts";
import { projectRoot } from "../../../scripts/supervisor/root.ts";
import { loadSecrets } from "../../../scripts/supervisor/secrets.ts";
import { CONVERSATIONS, fillInbox, MESSAGES } from "./fill.ts";

export interface Inbox {
  /** The owner of the business that has it all. */
  ctx: Context;
  ownerUrl: string;
  appUrl: string;
  /** How long it took to make it, in seconds; null when it was there. */
  madeInS: number | null;
}

/** Opened, measured and closed again; the template stays. */
export async function withInbox(note: (line: string) => void, work: (inbox: Inbox) => Promise<void>): Promise<void> {
  const dataDir = join(projectRoot, ".data/bench-inbox");
  mkdirSync(dataDir, { recursive: true });
  const secrets = loadSecrets(dataDir);
  const password = secrets.databasePassword;
  // With the product's own settings: nothing is kept in memory here that would not be there.
  const server = await startPostgres({ dataDir, password, port: await findFree(), note });
  const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  const [ownerUrl, appUrl] = [server.url("inbox"), asApp(server.url("inbox"), secrets.appPassword)];
  Object.assign(process.env, {
    MOKED_MODE: "simulation",
    LOG_LEVEL: "silent",
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: appUrl,
  });
  try {
    const template = `inbox_${fingerprint(projectRoot, ["drizzle/migrations", "bench/whatsapp/inbox"]).slice(0, 16)}`;
    const madeInS = await ensureTemplate(admin, template, { ownerUrl, appUrl, note });
    await admin`drop database if exists inbox with (force)`;
    await admin`create database inbox template ${admin(template)} strategy file_copy`;
    await work({ ctx: await ownerOf(ownerUrl), ownerUrl, appUrl, madeInS });
  } finally {
    await closeDatabase();
    await admin`drop database if exists inbox with (force)`;
    await admin.end();
    await server.stop();
  }
}

interface Making {
  ownerUrl: string;
  appUrl: string;
  note: (line: string) => void;
}

async function ensureTemplate(admin: postgres.Sql, template: string, making: Making): Promise<number | null> {
  const known = await admin`select 1 from pg_database where datname = ${template}`;
  if (known.length > 0) return null;
  const former = await admin<{ name: string }[]>`select datname as name from pg_database where datname like 'inbox%'`;
  for (const { name } of former) await admin`drop database ${admin(name)} with (force)`;
  const { ownerUrl, appUrl, note } = making;
  note(`making an inbox of ${CONVERSATIONS} conversations and ${MESSAGES} messages, once; a few minutes`);
  const startedAt = performance.now();
  await admin`create database inbox`;
  await migrateDatabase(ownerUrl, appUrl);
  const { businessId, ownerUserId } = await createBusiness({
    name: "תיבה גדולה",
    phone: "+97236000000",
    owner: { name: "דנה לוי", email: "owner@example.co.il", password: "סיסמה ארוכה 1234" },
  });
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await fillInbox(owner, businessId, ownerUserId);
  await owner.end();
  await closeDatabase();
  // Its name appears only when it is whole.
  await admin`alter database inbox rename to ${admin(template)}`;
  return (performance.now() - startedAt) / 1000;
}

async function ownerOf(ownerUrl: string): Promise<Context> {
  const owner = postgres(ownerUrl, { max: 1 });
  const [row] = await owner<{ businessId: string; userId: string }[]>`
    select business_id as "businessId", user_id as "userId" from membership`;
  await owner.end();
  if (!row) throw new Error("the inbox has no owner");
  return { businessId: row.businessId, actor: { kind: "user", userId: row.userId }, role: "owner", requestId: null };
}

function asApp(url: string, password: string): string {
  const app = new URL(url);
  app.username = "moked_app";
  app.password = password;
  return app.href;
}
