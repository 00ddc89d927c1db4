import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { advanceMessages } from "#lib/messaging/advance-message.ts";
import { changeConversation } from "#lib/messaging/change-conversation.ts";
import { getThread, listConversations } from "#lib/messaging/list-conversations.ts";
import { sendTo } from "#lib/messaging/send-to.ts";
import { writeMessage } from "#lib/messaging/write-message.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { disconnectWhatsapp } from "#lib/whatsapp/connect.ts";
import { writeKeys } from "#lib/whatsapp/device.ts";
import { getWhatsapp } from "#lib/whatsapp/get-whatsapp.ts";
import { HoldLost, takeHold } from "#lib/whatsapp/hold.ts";
import { incoming } from "../testing/fake-client-socket.ts";
import { begunSession, heldSession, until, workingSession } from "../testing/whatsapp-world.ts";
import type { Session } from "./session.ts";

const OURS = "+972501110000";
const NOA = "972521234567@s.whatsapp.net";

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
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((session) => session.close()));
});

const owner = () => business.as("owner");
const view = () => getWhatsapp(owner());
const stateIs = (state: string) => until(async () => ((await view()).state === state ? view() : null));

async function begun(wish: Parameters<typeof begunSession>[1] = {}) {
  const made = await begunSession(owner(), wish);
  running.push(made.session);
  return made;
}

async function working() {
  const made = await workingSession(owner(), OURS);
  running.push(made.session);
  return made;
}

const messages = () => database.owner`
  select m.*, c.address, c.mode, c.handover from message m join conversation c on c.id = m.conversation_id
  where m.business_id = ${business.id} order by m.id`;
const written = (count: number) => until(async () => ((await messages()).length >= count ? messages() : null));

describe("pairing", () => {
  it("shows a picture to owners only, then the number; the restart that WhatsApp asks for is no trouble", async () => {
    const { socket, sockets } = await begun();
    socket.emit("connection.update", { qr: "2@first" });
    expect(await stateIs("SCAN_QR_CODE")).toMatchObject({ qr: "2@first", pairingCode: null, number: null });
    expect(await getWhatsapp(business.as("staff"))).toMatchObject({ state: "SCAN_QR_CODE", qr: null });
    socket.emit("connection.update", { qr: "2@second" });
    await until(async () => (await view()).qr === "2@second");
    socket.pair(OURS);
    const next = await sockets.next();
    expect(next.parts.auth.creds.me?.id).toBe("972501110000:7@s.whatsapp.net");
    next.open();
    expect(await stateIs("WORKING")).toMatchObject({ number: OURS, qr: null, reason: null });
  });

  it("by code: one code for one socket; unfinished, it leaves no half-paired device", async () => {
    const { socket, session } = await begun({ phone: "050-111-0000" });
    socket.emit("connection.update", { qr: "2@first" });
    expect(await stateIs("SCAN_QR_CODE")).toMatchObject({ pairingCode: "ABCD2345", qr: null });
    socket.emit("connection.update", { qr: "2@second" });
    socket.close(408);
    expect(await stateIs("STOPPED")).toMatchObject({ reason: "not_scanned", pairingCode: null });
    await session.close();
    expect((await begun()).socket.parts.auth.creds.me).toBeUndefined();
  });

  it("is ended by a person: the phone is told, and the keys are forgotten", async () => {
    const { socket, session, ended } = await working();
    await socket.parts.auth.keys.set({ session: { "972521234567.0": Buffer.from("key") } });
    await disconnectWhatsapp(owner());
    session.look();
    await ended;
    expect(socket).toMatchObject({ loggedOut: true, ended: true });
    expect(await view()).toMatchObject({ state: "STOPPED", number: null, reason: null });
    expect(await database.owner`select 1 from whatsapp_key where business_id = ${business.id}`).toHaveLength(0);
  });

  it("is kept over a restart, sealed, with keys of every kind as they were", async () => {
    const { socket, session } = await working();
    const { keys } = socket.parts.auth;
    await keys.set({
      session: { a: Buffer.from([1, 2]), gone: Buffer.from([3]) },
      "app-state-sync-key": { k: { keyData: Buffer.from([9]), fingerprint: { rawId: 5 }, timestamp: 7 } },
      "device-list": { b: ["0", "7"] },
    });
    await keys.set({ session: { gone: null } });
    await session.close();
    const again = await heldSession(business.id);
    running.push(again.session);
    const next = (await again.sockets.next()).parts.auth;
    expect(next.creds.me).toEqual(socket.parts.auth.creds.me);
    expect(next.creds.noiseKey).toEqual(socket.parts.auth.creds.noiseKey);
    expect(await next.keys.get("session", ["a", "gone"])).toEqual({ a: Buffer.from([1, 2]) });
    expect(await next.keys.get("device-list", ["b"])).toEqual({ b: ["0", "7"] });
    const { k } = await next.keys.get("app-state-sync-key", ["k"]);
    expect(k?.constructor.name).toBe("AppStateSyncKeyData");
    const [kept] = await database.owner`select creds from whatsapp_session where business_id = ${business.id}`;
    expect(Buffer.from(kept?.creds).includes("noiseKey")).toBe(false);
  });
});

describe("a connection that closes", () => {
  it("401: the phone threw us out: forgotten, shown, and a task for the staff", async () => {
    const { socket, ended } = await working();
    socket.close(401);
    await ended;
    expect(await view()).toMatchObject({ state: "STOPPED", reason: "logged_out", number: null });
    const tasks = await database.owner`select title from task where business_id = ${business.id}`;
    expect(tasks).toMatchObject([{ title: expect.stringContaining("נותק בטלפון") }]);
  });

  it("440: no fight; the pairing is kept for when a person wants it back", async () => {
    const { socket, ended } = await working();
    socket.close(440);
    await ended;
    expect(await view()).toMatchObject({ state: "FAILED", reason: "replaced", number: OURS });
    expect((await begun()).socket.parts.auth.creds.me?.id).toContain("972501110000");
  });

  it("408 of a paired phone: comes back by itself", async () => {
    const { socket, sockets } = await working();
    socket.close(408);
    (await sockets.next()).open();
    await stateIs("WORKING");
  });

  it("405: comes back with the version of today", async () => {
    const { socket, sockets } = await working();
    expect(socket.parts.version).toBeNull();
    socket.close(405);
    expect((await sockets.next()).parts.version).toEqual([2, 3000, 42]);
  });
});

describe("one holder at a time", () => {
  it("nobody else gets it while it is held, and at once when it is let go", async () => {
    const { session } = await working();
    expect(await takeHold(business.id, crypto.randomUUID())).toBeNull();
    await session.close();
    expect(await takeHold(business.id, crypto.randomUUID())).not.toBeNull();
  });

  it("who has lost it writes no key and no credentials any more, and closes its socket", async () => {
    const { socket, session, held, ended } = await working();
    await database.owner`update whatsapp_session set held_until = now() - interval '1 second' where business_id = ${business.id}`;
    const other = await heldSession(business.id);
    running.push(other.session);
    const next = await other.sockets.next();
    await expect(writeKeys(held, [{ type: "session", name: "x", value: Buffer.of(1) }], null)).rejects.toThrow(
      HoldLost,
    );
    await expect(socket.parts.auth.keys.set({ session: { y: Buffer.of(1) } })).rejects.toThrow(HoldLost);
    await ended;
    expect(socket.ended).toBe(true);
    next.open();
    await stateIs("WORKING");
    expect(await database.owner`select 1 from whatsapp_key where business_id = ${business.id}`).toHaveLength(0);
    session.look();
  });

  it("while the holder is gone the staff see that it is on its way back", async () => {
    await working();
    await database.owner`update whatsapp_session set held_until = now() - interval '1 second' where business_id = ${business.id}`;
    expect(await view()).toMatchObject({ state: "STARTING", number: OURS });
  });
});

describe("what comes in", () => {
  it("is kept once, by the number behind a LID, and never by the LID's digits", async () => {
    const { socket } = await working();
    socket.receive(incoming(NOA, "A1", { conversation: "היי" }));
    socket.receive(incoming(NOA, "A1", { conversation: "היי" }), "append");
    const alt = { remoteJid: "55555555555555@lid", remoteJidAlt: NOA, id: "A2", fromMe: false };
    socket.receive(incoming(NOA, "A2", { extendedTextMessage: { text: "שוב" } }, { key: alt }));
    socket.lids.set("66666666666666@lid", "972529999999@s.whatsapp.net");
    socket.receive(incoming("66666666666666@lid", "A3", { conversation: "ממישהו אחר" }));
    socket.receive(incoming("77777777777777@lid", "A4", { conversation: "של מי שאיננו יודעים" }));
    socket.receive(incoming(NOA, "A5", { conversation: "סוף" }));
    const kept = await until(async () => {
      const rows = await messages();
      return rows.some(({ provider_id: id }) => id === "A5") ? rows : null;
    });
    expect(kept.map((row) => [row.provider_id, row.address, row.body])).toEqual([
      ["A1", "+972521234567", "היי"],
      ["A2", "+972521234567", "שוב"],
      ["A3", "+972529999999", "ממישהו אחר"],
      ["A5", "+972521234567", "סוף"],
    ]);
    const customers =
      await database.owner`select phone, name from customer where business_id = ${business.id} order by phone`;
    expect(customers.map(({ phone }) => phone)).toEqual(["+972521234567", "+972529999999"]);
    expect(customers[0]?.name).toBe("נועה");
  });

  it("groups, broadcasts and we ourselves are not customers", async () => {
    const { socket } = await working();
    for (const jid of ["1203630@g.us", "status@broadcast", "123@newsletter", "972501110000@s.whatsapp.net"])
      socket.receive(incoming(jid, `G${jid}`, { conversation: "לכולם" }));
    socket.receive(incoming(NOA, "B1", { conversation: "רק אני" }));
    expect((await written(1)).map(({ body }) => body)).toEqual(["רק אני"]);
  });

  it("what somebody of the business writes on the phone is the staff's: the agent falls silent, and what was put off is back", async () => {
    const { socket } = await working();
    socket.receive(incoming(NOA, "C1", { conversation: "יש דירה?" }));
    await written(1);
    const snoozedUntil = new Date(Date.now() + 3_600_000).toISOString();
    const [asked] = (await listConversations(owner(), {})).items;
    await changeConversation(owner(), { conversationId: asked?.id ?? "", state: "snoozed", snoozedUntil });
    const key = { remoteJid: NOA, id: "C2", fromMe: true };
    socket.receive(incoming(NOA, "C2", { conversation: "כן, אני בודקת" }, { key }));
    expect(await written(4)).toMatchObject([
      { direction: "in", mode: "human", handover: "staff_wrote" },
      { content: { event: { what: "snoozed" } } },
      { direction: "out", author: "staff", status: "sent", body: "כן, אני בודקת" },
      { content: { event: { what: "to_human", reason: "staff_wrote" } } },
    ]);
    const [conversation] = (await listConversations(owner(), {})).items;
    expect(conversation).toMatchObject({
      state: "open",
      snoozedUntil: null,
      unread: 0,
      windowOpen: true,
      quotes: true,
    });
  });

  it("what its writer changes is shown as it is now and as edited, and not answered again", async () => {
    const { socket } = await working();
    const edit = (which: string, text: string, by: string, id: string) =>
      incoming(by, id, { protocolMessage: { type: 14, key: { id: which }, editedMessage: { conversation: text } } });
    socket.receive(incoming(NOA, "E1", { conversation: "דירה בחולון" }));
    await written(1);
    const answers = () => database.owner`select 1 from graphile_worker._private_jobs j
      join conversation c on c.id::text = j.payload->>'conversationId' where c.business_id = ${business.id}`;
    expect(await answers()).toHaveLength(1);
    await database.owner`delete from graphile_worker._private_jobs`;
    socket.receive(edit("E1", "של מישהו אחר", "972529999999@s.whatsapp.net", "E2"));
    socket.receive(edit("E9", "של מה שלא היה", NOA, "E3"));
    socket.receive(edit("E1", "דירה בבת ים", NOA, "E4"));
    const [conversation] = await until(async () => {
      const { items } = await listConversations(owner(), { q: "בבת ים" });
      return items.length === 1 && items;
    });
    expect(conversation).toMatchObject({ lastText: "דירה בבת ים", unread: 1 });
    const { items } = await getThread(owner(), { conversationId: conversation?.id ?? "" });
    expect(items).toMatchObject([{ body: "דירה בבת ים", edited: true, deleted: false }]);
    expect(await answers()).toEqual([]);
    socket.receive(edit("E1", "הסר", NOA, "E8"));
    const consent = () => database.owner`select marketing from customer where business_id = ${business.id}`;
    await until(async () => (await consent())[0]?.marketing === "refused");
    socket.receive(incoming(NOA, "E5", { protocolMessage: { type: 0, key: { id: "E1" } } }));
    socket.receive(edit("E1", "בכל זאת", NOA, "E6"));
    socket.receive(incoming(NOA, "E7", { conversation: "סוף" }));
    await written(2);
    const after = await getThread(owner(), { conversationId: conversation?.id ?? "" });
    expect(after.items[1]).toMatchObject({ body: "", deleted: true, edited: false });
  });

  it("reactions, answers and what was taken back find their message", async () => {
    const { socket } = await working();
    socket.receive(incoming(NOA, "D1", { conversation: "טעות" }));
    socket.receive(incoming(NOA, "D2", { extendedTextMessage: { text: "לזה", contextInfo: { stanzaId: "D1" } } }));
    socket.receive(incoming(NOA, "D3", { reactionMessage: { key: { id: "D2" }, text: "👍" } }));
    socket.receive(incoming(NOA, "D4", { protocolMessage: { type: 0, key: { id: "D1" } } }));
    const [first, second] = await until(async () => {
      const rows = await messages();
      return rows[0]?.deleted_at ? rows : null;
    });
    expect(second).toMatchObject({ reply_to_id: first?.id, reactions: [{ by: "customer", emoji: "👍" }] });
    socket.receive(incoming("972529999999@s.whatsapp.net", "D5", { protocolMessage: { type: 0, key: { id: "D2" } } }));
    socket.receive(incoming(NOA, "D6", { conversation: "מחקו אותי" }));
    socket.receive(incoming(NOA, "D7", { protocolMessage: { type: 0, key: { id: "D6" } } }));
    await until(async () => (await messages())[2]?.deleted_at ?? null);
    // Nobody takes back what somebody else wrote.
    expect((await messages())[1]?.deleted_at).toBeNull();
    const { items } = await listConversations(owner(), {});
    expect(items[0]?.lastText).toBe("[deleted]");
  });
});

describe("what goes out", () => {
  async function answered(socket: Awaited<ReturnType<typeof working>>["socket"], session: Session, body: string) {
    socket.receive(incoming(NOA, `IN-${body}`, { conversation: "שלום" }));
    await written(1);
    const [conversation] = (await listConversations(owner(), {})).items;
    const conversationId = conversation?.id ?? "";
    const { messageId } = await writeMessage(owner(), { conversationId, body });
    session.look();
    return { messageId, conversationId };
  }
  const statusOf = async (messageId: string | null) =>
    (await database.owner`select status, provider_id, error_code from message where id = ${messageId ?? ""}`)[0];
  const statusIs = (messageId: string | null, status: string) =>
    until(async () => {
      const row = await statusOf(messageId);
      return row?.status === status ? row : null;
    });

  it("is typed, sent under our own name, and goes forward only", async () => {
    const { socket, session } = await working();
    const { messageId } = await answered(socket, session, "בוקר טוב");
    const { provider_id: id } = await statusIs(messageId, "sent");
    expect(id).toMatch(/^3EB0[0-9A-F]{18}$/);
    expect(socket.sent).toMatchObject([{ jid: NOA, id, message: { extendedTextMessage: { text: "בוקר טוב" } } }]);
    expect(socket.presences).toEqual(["composing", "paused"]);
    expect(socket.asked).toEqual([]);
    const update = (status: number) =>
      socket.emit("messages.update", [{ key: { id, fromMe: true }, update: { status } }]);
    update(4);
    update(3);
    await statusIs(messageId, "read");
    expect(await socket.parts.hold.ctx.businessId).toBe(business.id);
  });

  it("is the same message when it is sent again because the server had not said that it took it", async () => {
    const { socket, session } = await working();
    socket.acks = false;
    const { messageId } = await answered(socket, session, "פעמיים");
    await until(async () => socket.sent.length === 1);
    await session.close();
    const again = await heldSession(business.id);
    running.push(again.session);
    const next = await again.sockets.next();
    next.open();
    await statusIs(messageId, "sent");
    expect(next.sent.map(({ id }) => id)).toEqual(socket.sent.map(({ id }) => id));
  });

  it("is not sent again when its arrival was told", async () => {
    const { socket, session } = await working();
    socket.acks = false;
    const { messageId } = await answered(socket, session, "הגיעה");
    const id = (await until(async () => socket.sent[0]))?.id ?? "";
    const report = { carrier: "baileys", providerId: id, errorCode: null } as const;
    await advanceMessages(business.ctx, { ...report, status: "delivered" });
    await session.close();
    const again = await heldSession(business.id);
    running.push(again.session);
    const next = await again.sockets.next();
    next.open();
    await statusIs(messageId, "delivered");
    expect(next.sent).toEqual([]);
  });

  it("a first message is asked about, and not sent to who is not there", async () => {
    const { socket, session } = await working();
    socket.absent.add("+972531111111");
    const { id } = await sendTo(owner(), { to: "053-111-1111", body: "שלום" });
    session.look();
    expect(await statusIs(id, "failed")).toMatchObject({ error_code: "not_on_whatsapp" });
    const other = await sendTo(owner(), { to: "053-222-2222", body: "שלום" });
    session.look();
    await statusIs(other.id, "sent");
    expect(socket.asked).toEqual(["+972531111111", "+972532222222"]);
  });

  it("what was looked at is told to who wrote it", async () => {
    const { socket, session } = await working();
    socket.receive(incoming(NOA, "R1", { conversation: "שלום" }));
    await written(1);
    await database.owner`update conversation set unread = 0 where business_id = ${business.id}`;
    session.look();
    await until(async () => socket.read.includes("R1"));
  });

  it("waits while no phone is connected, and goes the other way when the business changes to Twilio", async () => {
    const { id } = await sendTo(owner(), { to: "053-333-3333", body: "שלום" });
    await chooseWhatsappProvider(owner(), { provider: "twilio" });
    expect((await messages())[0]).toMatchObject({ id, carrier: "twilio", status: "queued" });
    const jobs = await database.owner`
      select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload->>'messageId' = ${id} order by 1`;
    expect(jobs.map(({ identifier }) => identifier)).toEqual(["expire_message", "send_message"]);
  });
});
