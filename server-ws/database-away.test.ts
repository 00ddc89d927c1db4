/** The database is away for one whole call, or goes away in the middle of one: real processes of edge and jobs, and a real PostgreSQL that is stopped and started. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "#lib/db/client.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import { type RunningPhoneNetwork, startPhoneNetwork } from "#simulators/phone/index.ts";
import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import { removeDataDir } from "../scripts/supervisor/postgres/home.ts";
import { type PostgresServer, startPostgres } from "../scripts/supervisor/postgres/server.ts";
import { projectRoot } from "../scripts/supervisor/root.ts";
import { loadSecrets } from "../scripts/supervisor/secrets.ts";
import { startTestPostgres } from "../scripts/test/postgres.ts";
import { freePort } from "./testing/free-port.ts";
import { startProcess } from "./testing/product-process.ts";
import { startWebhookRoutes } from "./testing/webhook-routes.ts";

const authToken = "0123456789abcdef0123456789abcdef";
const accountSid = `AC${"0".repeat(32)}`;
const closing: (() => Promise<unknown>)[] = [];
let folder: string;
let origin: string;
let database: PostgresServer;
let openai: OpenAiSimulator;
let phone: RunningPhoneNetwork;
let business: TestBusiness;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "moked-database-away-"));
  closing.push(async () => removeDataDir(folder));
  const first = await startTestPostgres(projectRoot, folder);
  // What is tried here is this one server, not the runs that share one.
  await first.stop();
  database = await startDatabase(Number(new URL(first.url).port));
  closing.push(() => database.stop());

  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  openai = await startOpenAi({ apiKey: "sk-test", latency: "none" });
  closing.push(() => openai.close());
  phone = await startPhoneNetwork({ accountSid, authToken, phrasebook: loadPhrasebook() });
  closing.push(() => phone.close());
  const next = await startWebhookRoutes();
  closing.push(() => next.close());
  Object.assign(process.env, {
    NODE_ENV: "test",
    MOKED_MODE: "simulation",
    LOG_LEVEL: "silent",
    PORT: String(port),
    NEXT_PORT: String(next.port),
    PUBLIC_HOST: origin,
    DATA_DIR: path.join(folder, "data"),
    DATABASE_URL: first.url,
    DATABASE_APP_URL: first.appUrl,
    AUTH_SECRET: "a secret for tests only, long enough",
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_BASE_URL: phone.url,
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: openai.url,
  });
  closing.push(closeDatabase);
  business = await testBusiness();
  phone.network.setNumber({
    number: business.number,
    voiceUrl: `${origin}/webhook/incoming_call`,
    statusCallback: `${origin}/webhook/call_status`,
  });
  for (const ROLES of ["edge,media,events", "jobs"]) closing.push(startProcess({ ROLES }).close);
});

afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

function startDatabase(port: number): Promise<PostgresServer> {
  const password = loadSecrets(folder).databasePassword;
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  return startPostgres({ dataDir: folder, password, port, note: () => {}, settings });
}

/** Where the webhooks were going that wait for the database. */
async function undelivered(): Promise<string[]> {
  const waiting = path.join(folder, "data/undelivered-webhooks");
  const kept = (await readdir(waiting)).map((name) => readFile(path.join(waiting, name), "utf8"));
  return (await Promise.all(kept)).map((text) => JSON.parse(text).target);
}

async function allReady(): Promise<void> {
  const ready = async () => (await fetch(`${origin}/readyz`).catch(() => null))?.status;
  await expect.poll(ready, { timeout: 45_000 }).toBe(200);
}

/** The call as it is filed once the database is back, with its task. */
async function expectFiled(callSid: string, call: Record<string, unknown>): Promise<void> {
  const owner = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    const filed = () => owner`
      select status, ending, from_number, recording_transcript as words, task.title, task.details
      from call join task on task.call_id = call.id where call_sid = ${callSid}`;
    await expect.poll(filed, { timeout: 30_000 }).toMatchObject([
      {
        status: "completed",
        ending: "message_taken",
        title: expect.stringContaining("052-123-4567"),
        details: expect.stringContaining("תגידו לשי שיחזור אליי."),
        ...call,
      },
    ]);
  } finally {
    await owner.end();
  }
  expect(await undelivered()).toEqual([]);
}

test("the database is away for a whole call: the message that was left becomes a task once it is back", {
  timeout: 150_000,
}, async () => {
  await allReady();
  await database.stop();
  const placed = phone.network.placeCall({
    from: "+972521234567",
    to: business.number,
    script: [
      { do: "wait_agent" },
      { do: "say", phrase: "message_call_back" },
      { do: "wait", ms: 1000 },
      { do: "hangup" },
    ],
    maxMs: 30_000,
  });
  const record = await placed.ended;
  expect(record.errors).toEqual([]);
  const said = record.log.filter((entry) => entry.kind === "say").map(({ text }) => text);
  expect(said).toEqual([expect.stringContaining("אפשר להשאיר הודעה אחרי הצליל")]);
  const ended = ["/webhook/incoming_call", "/webhook/handle_recording", "/webhook/call_status"];
  await expect.poll(undelivered).toEqual(expect.arrayContaining(ended));
  expect(phone.network.exchange.recordings.all()).toHaveLength(1);

  database = await startDatabase(database.port);
  await expectFiled(placed.callSid, { from_number: "+972521234567", words: "תגידו לשי שיחזור אליי." });
  // Its words are kept, so that the network need not keep its sound.
  await expect.poll(() => phone.network.exchange.recordings.all()).toEqual([]);
});

test("the database goes away after the greeting: what nobody could write down is recorded, and filed once it is back", {
  timeout: 90_000,
}, async () => {
  await allReady();
  openai.faults.set({ model: { kind: "500" } });
  const placed = phone.network.placeCall({
    from: "+972521234567",
    to: business.number,
    script: [
      { do: "wait_agent" },
      { do: "say", phrase: "message_contract" },
      { do: "wait_agent" },
      { do: "say", phrase: "name_david_mizrahi" },
      { do: "wait_agent", quietMs: 3000 },
      { do: "say", phrase: "message_call_back" },
      { do: "wait", ms: 1000 },
      { do: "hangup" },
    ],
    maxMs: 60_000,
  });
  await placed.call.log.until("agent_speech_start");
  await database.stop();
  const record = await placed.ended;
  openai.faults.set({ model: null });
  expect(record.errors).toEqual([]);
  const said = record.log.filter((entry) => entry.kind === "say").map(({ text }) => text);
  expect(said).toEqual([expect.stringContaining("אפשר להשאיר הודעה אחרי הצליל")]);
  expect(phone.network.exchange.recordings.all()).toHaveLength(1);

  database = await startDatabase(database.port);
  await expectFiled(placed.callSid, { words: "תגידו לשי שיחזור אליי." });
});
