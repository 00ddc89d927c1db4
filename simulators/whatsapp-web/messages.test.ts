import type { WAMessage } from "@whiskeysockets/baileys";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PhoneMessage } from "./messages/inbox.ts";
import type { Writing } from "./messages/writing.ts";
import type { TestClient } from "./testing/client.ts";
import { BUSINESS, eventually, startTestWorld, type TestWorld } from "./testing/world.ts";

let world: TestWorld;
let client: TestClient;
beforeAll(async () => {
  world = await startTestWorld();
  client = await world.paired();
});
afterAll(() => world.close());

// Somebody else in every test.
let customer = "+972501234500";
let customerJid = "";
beforeEach(() => {
  customer = `+${Number(customer.slice(1)) + 1}`;
  customerJid = `${customer.slice(1)}@s.whatsapp.net`;
});

/** The message with this text, as the client has it. */
async function got(text: string): Promise<{ message: WAMessage; type: string }> {
  const has = ({ message }: WAMessage) => (message?.conversation ?? message?.extendedTextMessage?.text) === text;
  const { messages, type } = await client.saw("messages.upsert", (upsert) => upsert.messages.some(has));
  const message = messages.find(has);
  if (!message) throw new Error("unreachable");
  return { message, type };
}

const writes = (from: string, writing: Writing) => world.door<{ id: string }>(`/phones/${from}/messages`, writing);

async function screen(number: string): Promise<PhoneMessage[]> {
  return (await world.door<{ items: PhoneMessage[] }>(`/phones/${number}/messages`)).items;
}

/** How many such nodes about a message came to the server. */
async function arrivals(tag: string, id: string | null | undefined): Promise<number> {
  type Item = { step: string; detail: { attrs: Record<string, string> } };
  const { items } = await world.door<{ items: Item[] }>("/requests");
  return items.filter(({ step, detail: { attrs } }) => step === tag && attrs.id === id).length;
}

/** Resolves when a message of ours fits: the client says so in an update, or at once with the message. */
async function ours(id: string | null | undefined, fits: (message: Partial<WAMessage>) => boolean): Promise<void> {
  await Promise.any([
    client.saw("messages.update", (updates) => updates.some(({ key, update }) => key.id === id && fits(update))),
    client.saw("messages.upsert", ({ messages }) => messages.some((one) => one.key.id === id && fits(one))),
  ]);
}

const status = (id: string | null | undefined, wanted: number) =>
  ours(id, (message) => Number(message.status ?? 0) >= wanted);

describe("somebody writes to the business", () => {
  it("from a LID, with the number beside it", async () => {
    await world.door(`/phones/${customer}`, { pushName: "רינה" });
    const { id } = await writes(customer, { to: BUSINESS, text: "היי, יש דירה?" });
    const { message, type } = await got("היי, יש דירה?");
    const { lid } = await world.door<{ lid: string }>(`/phones/${customer}`);
    expect(type).toBe("notify");
    expect(message.pushName).toBe("רינה");
    expect(message.key).toMatchObject({
      id,
      fromMe: false,
      remoteJid: lid,
      remoteJidAlt: customerJid,
      addressingMode: "lid",
    });
    await eventually(async () => (await screen(customer)).at(0)?.status).toBe("delivered");
    await client.socket.readMessages([message.key]);
    await eventually(async () => (await screen(customer)).at(0)?.status).toBe("read");
  });

  it("from a number, with the LID beside it; and goes on in the same Signal session", async () => {
    for (const text of ["אחת", "שתיים", "שלוש"]) {
      await writes(customer, { to: BUSINESS, text, addressing: "pn" });
      const { message } = await got(text);
      expect(message.key).toMatchObject({ remoteJid: customerJid, remoteJidAlt: expect.stringMatching(/@lid$/) });
    }
    await writes(customer, { to: BUSINESS, text: "ארבע", addressing: "lid" });
    expect((await got("ארבע")).message.key.remoteJidAlt).toBe(customerJid);
  });

  it("while it is away: it gets everything when it comes back", async () => {
    await client.close();
    await writes(customer, { to: BUSINESS, text: "אתם שם?" });
    client = await world.connect(client.auth);
    expect((await got("אתם שם?")).type).toBe("append");
    await eventually(async () => (await screen(customer)).at(0)?.status).toBe("delivered");
  });

  it("and the client asks again for what it could not read", async () => {
    await writes(customer, { to: BUSINESS, text: "נסו שוב", spoilt: true });
    await got("נסו שוב");
    expect((await screen(customer)).at(0)).toMatchObject({ retries: 1 });
  });

  it("in answer to, about and in place of other messages", async () => {
    const { id } = await writes(customer, { to: BUSINESS, text: "ראשונה" });
    await writes(customer, { to: BUSINESS, content: { kind: "text", text: "תשובה", repliedTo: id } });
    expect((await got("תשובה")).message.message?.extendedTextMessage?.contextInfo?.stanzaId).toBe(id);
    await writes(customer, { to: BUSINESS, content: { kind: "reaction", emoji: "👍", about: id } });
    await client.saw("messages.upsert", ({ messages }) =>
      messages.some(({ message }) => message?.reactionMessage?.text === "👍" && message.reactionMessage.key?.id === id),
    );
    await writes(customer, { to: BUSINESS, content: { kind: "delete", about: id } });
    await client.saw("messages.update", (updates) =>
      updates.some(({ key, update }) => key.id === id && update.message === null),
    );
  });

  it("in a group, and by a status", async () => {
    const { id } = await world.door<{ id: string }>("/groups", { subject: "שכנים", members: [customer, BUSINESS] });
    await writes(customer, { to: id, text: "לכולם" });
    await writes(customer, { to: id, text: "ועוד" });
    expect((await got("לכולם")).message.key).toMatchObject({ remoteJid: id, participantAlt: customerJid });
    await got("ועוד");
    await writes(customer, { to: { status: [BUSINESS] }, text: "סטטוס" });
    expect((await got("סטטוס")).message.key.remoteJid).toBe("status@broadcast");
  });

  it("from its own phone: the client is told what was written to whom", async () => {
    await writes(BUSINESS, { to: customer, text: "מהטלפון" });
    const { message } = await got("מהטלפון");
    expect(message.key).toMatchObject({ fromMe: true, remoteJidAlt: customerJid });
    expect(await screen(customer)).toEqual([
      expect.objectContaining({ text: "מהטלפון", from: BUSINESS, fromDevice: 0 }),
    ]);
  });
});

describe("the business writes", () => {
  it("to a person: sent, delivered, read; and its own phone shows it", async () => {
    expect(await client.socket.onWhatsApp(customer)).toEqual([{ jid: customerJid, exists: true }]);
    const sent = await client.socket.sendMessage(customerJid, { text: "שלום" });
    await status(sent?.key.id, 4);
    const expected = { id: sent?.key.id, text: "שלום", from: BUSINESS, fromDevice: 1 };
    expect(await screen(customer)).toEqual([expect.objectContaining({ ...expected, chat: BUSINESS })]);
    expect((await screen(BUSINESS)).at(-1)).toMatchObject({ ...expected, chat: customer });
  });

  it("back to a LID, in the session that the other has begun", async () => {
    await writes(customer, { to: BUSINESS, text: "היי" });
    const { message } = await got("היי");
    const sent = await client.socket.sendMessage(
      message.key.remoteJid ?? "",
      { text: "היי גם לך" },
      { quoted: message },
    );
    await status(sent?.key.id, 4);
    expect((await screen(customer)).at(-1)).toMatchObject({ text: "היי גם לך", about: message.key.id });
  });

  it("to a phone that is switched off: it gets it later", async () => {
    await world.door(`/phones/${customer}`, { online: false });
    const sent = await client.socket.sendMessage(customerJid, { text: "בוקר טוב" });
    expect(await screen(customer)).toEqual([]);
    await world.door(`/phones/${customer}`, { online: true, reads: false });
    await status(sent?.key.id, 3);
    expect((await screen(customer)).at(0)).toMatchObject({ text: "בוקר טוב" });
  });

  it("to a phone that was installed anew, which asks for it again", async () => {
    const first = await client.socket.sendMessage(customerJid, { text: "לפני" });
    await status(first?.key.id, 4);
    await writes(customer, { to: BUSINESS, text: "קיבלתי" });
    await got("קיבלתי");
    await world.door(`/phones/${customer}/forget`, {});
    const second = await client.socket.sendMessage(customerJid, { text: "אחרי" });
    await status(second?.key.id, 4);
    expect((await screen(customer)).at(-1)).toMatchObject({ id: second?.key.id, text: "אחרי" });
  });

  it("to a group", async () => {
    const { id } = await world.door<{ id: string }>("/groups", { subject: "שכנים", members: [customer, BUSINESS] });
    await client.socket.sendMessage(id, { text: "שלום לכולם" });
    await client.socket.sendMessage(id, { text: "ושוב" });
    await eventually(async () => (await screen(customer)).map(({ text, chat }) => [text, chat])).toEqual([
      ["שלום לכולם", id],
      ["ושוב", id],
    ]);
  });

  it("and gets receipts late and twice, as the phone's habits are", async () => {
    await world.door(`/phones/${customer}`, { receiptDelayMs: 50, receiptCopies: 2 });
    const sent = await client.socket.sendMessage(customerJid, { text: "פעמיים" });
    await eventually(() => arrivals("ack", sent?.key.id)).toBe(4);
  });

  it("to nobody: it is known before that the number is not on WhatsApp", async () => {
    await world.door(`/phones/${customer}`, { onWhatsApp: false });
    expect(await client.socket.onWhatsApp(customer, BUSINESS)).toEqual([
      { jid: `${BUSINESS.slice(1)}@s.whatsapp.net`, exists: true },
    ]);
  });

  it("to somebody new while it is restricted: refused with 463, but answers go on", async () => {
    await world.door(`/phones/${BUSINESS}`, { restricted: true });
    const cold = await client.socket.sendMessage(customerJid, { text: "מבצע!" });
    await eventually(() => arrivals("message", cold?.key.id)).toBe(1);
    await writes(customer, { to: BUSINESS, text: "כמה עולה?" });
    await got("כמה עולה?");
    // The client may hold an event of its own back until something else comes, or for 30 s.
    await ours(cold?.key.id, ({ messageStubParameters }) => messageStubParameters?.[0] === "463");
    const answer = await client.socket.sendMessage(customerJid, { text: "עשרים" });
    await status(answer?.key.id, 3);
    await world.door(`/phones/${BUSINESS}`, { restricted: false });
  });
});

it("two clients write to each other, each of a phone of its own", async () => {
  const other = await world.paired({}, customer);
  const sent = await client.socket.sendMessage(customerJid, { text: "שלום, עסק שכן" });
  const { messages } = await other.saw("messages.upsert", (upsert) =>
    upsert.messages.some(({ key }) => key.id === sent?.key.id),
  );
  expect(messages[0]?.message?.extendedTextMessage?.text).toBe("שלום, עסק שכן");
  await status(sent?.key.id, 3);
});
