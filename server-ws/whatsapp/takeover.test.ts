/** Two real processes that look after the same business's phone; the one that holds it is killed. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { connectWhatsapp } from "#lib/whatsapp/connect.ts";
import { getWhatsapp } from "#lib/whatsapp/get-whatsapp.ts";
import { startTestWorld, type TestWorld } from "#simulators/whatsapp-web/testing/world.ts";
import { startProcess } from "../testing/product-process.ts";
import { until } from "../testing/whatsapp-world.ts";

const PHONE = "+972555000001";
const RINA = "+972501234567";

let database: TestDatabase;
let world: TestWorld;
let business: TestBusiness;
const processes: ReturnType<typeof startProcess>[] = [];
beforeAll(async () => {
  database = await testDatabase();
  world = await startTestWorld();
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
});
afterAll(async () => {
  await Promise.all(processes.map((process) => process.close()));
  await world.close();
  await database.drop();
});

function start() {
  const settings = { WHATSAPP_WEB_URL: world.web.url, WHATSAPP_WEB_PUBLIC_KEY: world.web.publicKey };
  const process = startProcess({ ROLES: "whatsapp", ...settings });
  processes.push(process);
  return process;
}

const holder = async () =>
  (
    await database.owner`select owner, epoch from whatsapp_session where business_id = ${business.id} and held_until > now()`
  )[0];
/** Those who would hear that somebody wants a phone connected: one a process, when it is up. */
const listeners = async () =>
  (await database.owner`select 1 from pg_stat_activity where datname = current_database() and query ilike 'listen %'`)
    .length;
const writes = (text: string) => world.door(`/phones/${RINA}/messages`, { to: PHONE, text });
const received = (text: string) =>
  until(async () => (await database.owner`select 1 from message where body = ${text}`).length === 1, 40_000);

it("exactly one holds it; after a kill -9 the other one does within 30 seconds, and nothing that was written is lost", async () => {
  const first = start();
  await connectWhatsapp(business.as("owner"), {});
  await until(async () => {
    const { state, qr } = await getWhatsapp(business.as("owner"));
    if (state === "SCAN_QR_CODE" && qr !== null) await world.door(`/phones/${PHONE}/scan`, { qr }).catch(() => {});
    return state === "WORKING";
  }, 90_000);
  const alone = await listeners();
  start();
  await until(async () => (await listeners()) > alone, 90_000);
  await writes("לפני");
  await received("לפני");
  const before = await holder();

  const killedAt = Date.now();
  await first.close();
  await writes("בזמן שאין איש");
  const after = await until(async () => {
    const now = await holder();
    return now && now.owner !== before?.owner ? now : null;
  }, 30_000);
  expect(after.epoch).toBe(before?.epoch + 1);
  await until(async () => (await getWhatsapp(business.as("owner"))).state === "WORKING", 30_000);
  expect(Date.now() - killedAt).toBeLessThan(30_000);
  await received("בזמן שאין איש");
}, 240_000);
