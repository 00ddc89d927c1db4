/** What one person writes in a row is read in that order, whatever the client does with it meanwhile. */
import { EventEmitter } from "node:events";
import { type BinaryNode, jidNormalizedUser } from "@whiskeysockets/baileys";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { log } from "#lib/log.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { connectWhatsapp } from "#lib/whatsapp/connect.ts";
import { startTestWorld, type TestWorld } from "#simulators/whatsapp-web/testing/world.ts";
import { scanned, until } from "../testing/whatsapp-world.ts";
import { loadClient } from "./client.ts";
import { inOrder } from "./in-order.ts";
import { openSocketWith } from "./open-socket.ts";
import { Sessions } from "./sessions.ts";

const PHONE = "+972555000001";

let database: TestDatabase;
let world: TestWorld;
let business: TestBusiness;
const running: Sessions[] = [];

beforeAll(async () => {
  database = await testDatabase();
  world = await startTestWorld();
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
  await connectWhatsapp(business.as("owner"), {});
  startProcess();
  await scanned(world, business.as("owner"), PHONE);
}, 60_000);
afterEach(stopProcess);
afterAll(async () => {
  await world.close();
  await database.drop();
});

function startProcess() {
  const process = new Sessions({
    log: log(),
    loadClient: () => loadClient(world.web.publicKey, log()),
    openSocketWith: (client) => openSocketWith(client, world.web.url, log()),
    currentVersion: async () => null,
  });
  running.push(process);
  process.start();
}

async function stopProcess() {
  await Promise.all(running.splice(0).map((process) => process.close()));
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

async function writes(from: string, texts: string[]) {
  for (const text of texts) await world.door(`/phones/${from}/messages`, { to: PHONE, text });
}

async function received(from: string): Promise<string[]> {
  const rows = await database.owner`
    select m.body from message m join conversation c on c.id = m.conversation_id
    where m.business_id = ${business.id} and c.address = ${from} and m.direction = 'in' order by m.id`;
  return rows.map(({ body }) => String(body));
}

const allFrom = (from: string, count: number) =>
  until(async () => {
    const texts = await received(from);
    return texts.length === count && texts;
  }, 20_000);

it("from people who write for the first time", async () => {
  for (const person of numbered(9).map((nth) => `+97250111110${nth}`)) {
    await writes(person, numbered(3));
    expect(await allFrom(person, 3)).toEqual(numbered(3));
  }
}, 60_000);

it("from somebody who has written while no process was there, and goes on while that is being read", async () => {
  await stopProcess();
  const person = "+972502222222";
  await writes(person, numbered(30));
  startProcess();
  await until(async () => (await database.owner`select 1 from whatsapp_arrival`).length > 0);
  await writes(person, ["31", "32"]);
  expect(await allFrom(person, 32)).toEqual(numbered(32));
}, 60_000);

it("a message that has to be asked for once more comes, and keeps back nothing of that person", async () => {
  startProcess();
  const person = "+972503333333";
  await writes(person, ["1"]);
  await allFrom(person, 1);
  await stopProcess();
  await database.owner`delete from whatsapp_key where business_id = ${business.id} and type = 'session'`;
  startProcess();
  await writes(person, ["2", "3"]);
  expect(new Set(await allFrom(person, 3))).toEqual(new Set(numbered(3)));
  const { items } = await world.door<{ items: { step: string; detail: { attrs?: { type?: string } } }[] }>("/requests");
  expect(items.some(({ step, detail }) => step === "receipt" && detail.attrs?.type === "retry")).toBe(true);
}, 60_000);

/** A client that is done with each message when the test says so. */
function slowClient() {
  const ws = Object.assign(new EventEmitter(), { isOpen: true });
  const begun: string[] = [];
  const works = new Map<string, PromiseWithResolvers<void>>();
  ws.on("CB:message", (node: BinaryNode) => {
    const id = node.attrs.id ?? "";
    begun.push(id);
    const work = Promise.withResolvers<void>();
    works.set(id, work);
    return work.promise;
  });
  inOrder({ jidNormalizedUser }, ws, log());
  return {
    ...{ ws, begun },
    comes: (id: string, attrs: Record<string, string>) =>
      ws.emit("CB:message", { tag: "message", attrs: { id, ...attrs } }),
    ends: async (id: string) => works.get(id)?.resolve(),
    fails: async (id: string) => works.get(id)?.reject(new Error("not this one")),
  };
}

it("of one chat one at a time, by whichever of their names a person is told; others do not wait for it", async () => {
  const { comes, begun, ends } = slowClient();
  comes("noa 1", { from: "972521234567:3@s.whatsapp.net", sender_lid: "777@lid" });
  comes("noa 2", { from: "777:3@lid", sender_pn: "972521234567@s.whatsapp.net" });
  comes("to noa", { from: "972501110000@s.whatsapp.net", recipient: "777@lid" });
  comes("dan", { from: "972529999999@s.whatsapp.net" });
  await until(async () => begun.length === 2);
  expect(begun).toEqual(["noa 1", "dan"]);
  await ends("noa 1");
  await until(async () => begun.includes("noa 2"));
  expect(begun).not.toContain("to noa");
  await ends("noa 2");
  await until(async () => begun.includes("to noa"));
});

it("what the client fails at keeps back nothing, and of a connection that is gone nothing is taken", async () => {
  const { ws, comes, begun, fails } = slowClient();
  const noa = { from: "972521234567@s.whatsapp.net" };
  for (const id of ["1", "2", "3"]) comes(id, noa);
  await until(async () => begun.length === 1);
  await fails("1");
  await until(async () => begun.length === 2);
  ws.isOpen = false;
  await fails("2");
  await new Promise(setImmediate);
  expect(begun).toEqual(["1", "2"]);
});
