/** Messages that wait: of people whose number WhatsApp has not told, and what cannot be received. */
import * as client from "@whiskeysockets/baileys";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listTasks } from "#lib/tasks/list-tasks.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { connectWhatsapp } from "#lib/whatsapp/connect.ts";
import { arrivals, writeKeys } from "#lib/whatsapp/device.ts";
import type { Hold } from "#lib/whatsapp/hold.ts";
import { heldSession, until } from "../testing/whatsapp-world.ts";
import { toBytes } from "./bytes.ts";
import type { Session } from "./session.ts";

const NOA = "972521234567@s.whatsapp.net";
const HIDDEN = "77777777777777@lid";

let database: TestDatabase;
let business: TestBusiness;
const running: Session[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
  await connectWhatsapp(business.as("owner"), {});
  const { session, sockets } = await heldSession(business.id);
  running.push(session);
  (await sockets.next()).pair("+972501110000");
  await sockets.next();
});
afterEach(closeAll);

async function closeAll() {
  await Promise.all(running.splice(0).map((session) => session.close()));
}

/** A process takes the phone up, and with it what the one before has left. */
async function nextProcess(knownNumber?: string) {
  await closeAll();
  const { session, held, sockets } = await heldSession(business.id);
  running.push(session);
  const socket = await sockets.next();
  if (knownNumber !== undefined) socket.lids.set(HIDDEN, knownNumber);
  return { held };
}

/** As the journal keeps a message: opened, and with the envelope that it came in. */
async function left(hold: Hold, id: string, from: string, conversation: string, fromMe = false) {
  const attrs = { id, from, t: String(Math.floor(Date.now() / 1000)), notify: "נועה", type: "text" };
  const envelope = fromMe ? { ...attrs, from: "972501110000@s.whatsapp.net", recipient: from } : attrs;
  const content = [{ tag: "enc", attrs: { v: "2", type: "msg" }, content: Buffer.of(0) }];
  const plain = Buffer.concat([client.proto.Message.encode({ conversation }).finish(), Buffer.of(1)]);
  const value = toBytes(client, { node: { tag: "message", attrs: envelope, content }, plain });
  await writeKeys(hold, [], { providerId: id, value });
}

const received = () =>
  database.owner`select m.body, c.address from message m join conversation c on c.id = m.conversation_id
    where m.business_id = ${business.id} order by m.id`;
const waiting = async () =>
  (await database.owner`select provider_id from whatsapp_arrival where business_id = ${business.id} order by id`).map(
    ({ provider_id: id }) => id,
  );
const tasks = async () => (await listTasks(business.as("staff"), {})).items;
const hoursPass = (hours: number) =>
  database.owner`update whatsapp_arrival set created_at = created_at - make_interval(hours => ${hours}) where business_id = ${business.id}`;

it("waits; after some minutes the staff are told once whose it is and when, and when the number is known it comes", async () => {
  const first = await nextProcess();
  await left(first.held, "H1", HIDDEN, "מי אני?");
  await left(first.held, "H2", HIDDEN, "ועוד משהו");
  await left(first.held, "K1", NOA, "אני נועה");
  const second = await nextProcess();
  // What can be received comes past it.
  await until(async () => (await received()).length === 1);
  expect(await tasks()).toEqual([]);
  await hoursPass(1);
  await left(second.held, "K2", NOA, "שוב אני");
  await nextProcess();
  await until(async () => (await received()).length === 2);
  expect(await tasks()).toMatchObject([
    {
      title: "הודעה ב־WhatsApp שהמספר שלה מוסתר: נועה",
      details: expect.stringMatching(/^נכתבה ביום .* בשעה \d\d:\d\d\. WhatsApp עוד לא מסר/),
    },
  ]);
  await expect.poll(waiting).toEqual(["H1", "H2"]);
  const [told] = await tasks();
  await nextProcess("972529999999@s.whatsapp.net");
  await until(async () => (await waiting()).length === 0);
  expect(await received()).toContainEqual({ body: "מי אני?", address: "+972529999999" });
  expect(await tasks()).toEqual([told]);
});

it("keeps none behind it, however many there are, and neither does one that cannot be read", async () => {
  const { held } = await nextProcess();
  await writeKeys(held, [], { providerId: "BROKEN", value: Buffer.from("{") });
  await left(held, "K1", NOA, "אחרי השבורה");
  await database.owner`
    insert into whatsapp_arrival (business_id, provider_id, value, created_at)
    select ${business.id}, 'OLD' || n, 'x', now() from generate_series(1, 500) n`;
  await left(held, "K2", NOA, "אחרי כולם");
  await nextProcess();
  await until(async () => (await received()).length === 1);
  await nextProcess();
  await until(async () => (await received()).length === 2);
  expect((await received()).map(({ body }) => body)).toEqual(["אחרי השבורה", "אחרי כולם"]);
  await expect.poll(waiting).toHaveLength(501);
});

it("that somebody of the business wrote on the phone is nothing to be told", async () => {
  const { held } = await nextProcess();
  await left(held, "O1", HIDDEN, "תשובה מהטלפון", true);
  await left(held, "K1", NOA, "אני נועה");
  await hoursPass(1);
  await nextProcess();
  await until(async () => (await received()).length === 1);
  expect(await tasks()).toEqual([]);
});

describe("what cannot be received, whatever it is", () => {
  const failures = async () =>
    (await database.owner`select failures from whatsapp_arrival where business_id = ${business.id}`)[0]?.failures;
  /** A pause passes, and it is tried again. */
  async function triedAgain() {
    const before = await failures();
    await database.owner`update whatsapp_arrival set tried_at = tried_at - interval '10 minutes' where business_id = ${business.id}`;
    await nextProcess();
    await until(async () => (await failures()) > before);
  }

  beforeEach(() =>
    database.owner.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$;
      create trigger refuse before insert on message for each row when (new.body = 'מקולקלת') execute function refuse()`),
  );
  afterEach(() => database.owner.unsafe("drop trigger refuse on message; drop function refuse()"));

  it("is tried for two hours, ever less often; then it is put aside, and the staff are told once", async () => {
    const { held } = await nextProcess();
    await left(held, "B1", NOA, "מקולקלת");
    await nextProcess();
    await until(async () => (await failures()) === 1);
    // Its pause has not passed.
    expect(await arrivals(held.ctx)).toEqual([]);
    for (let tries = 2; tries < 16; tries += 1) await triedAgain();
    expect(await tasks()).toEqual([]);
    await triedAgain();
    expect(await tasks()).toMatchObject([
      { title: "הודעה ב־WhatsApp שלא נקלטה: נועה", details: expect.stringMatching(/^הגיעה ביום .* בשעה \d\d:\d\d/) },
    ]);
    await hoursPass(24);
    await database.owner`update whatsapp_arrival set tried_at = now() - interval '1 day' where business_id = ${business.id}`;
    expect(await arrivals(held.ctx)).toEqual([]);
    expect(await waiting()).toEqual(["B1"]);
  }, 60_000);

  it("and is received when that was mended meanwhile", async () => {
    const { held } = await nextProcess();
    await left(held, "B1", NOA, "מקולקלת");
    await nextProcess();
    await until(async () => (await failures()) === 1);
    await database.owner.unsafe("alter table message disable trigger refuse");
    await database.owner`update whatsapp_arrival set tried_at = tried_at - interval '10 minutes' where business_id = ${business.id}`;
    await nextProcess();
    await until(async () => (await received()).length === 1);
    await expect.poll(waiting).toEqual([]);
    expect(await tasks()).toEqual([]);
  });
});

it("has its turn again when all others had theirs", async () => {
  const { held } = await nextProcess();
  await closeAll();
  await database.owner`
    insert into whatsapp_arrival (business_id, provider_id, value)
    select ${business.id}, 'OLD' || n, 'x' from generate_series(1, 600) n`;
  const round = async () => (await arrivals(held.ctx)).map(({ providerId }) => providerId);
  const [one, two] = [await round(), await round()];
  expect([one.length, two.length]).toEqual([500, 500]);
  expect(new Set([...one, ...two]).size).toBe(600);
});
