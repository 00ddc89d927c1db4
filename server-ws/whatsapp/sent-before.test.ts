/** What is answered to the other side's phone that could not read a message of ours, and asks for it once more. */
import * as client from "@whiskeysockets/baileys";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { log } from "#lib/log.ts";
import { sendTo } from "#lib/messaging/send-to.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import type { FakeClientSocket } from "../testing/fake-client-socket.ts";
import { heldSession, until, workingSession } from "../testing/whatsapp-world.ts";
import type { Baileys } from "./client.ts";
import { openSocketWith } from "./open-socket.ts";
import type { Session } from "./session.ts";

let database: TestDatabase;
let business: TestBusiness;
const running: Session[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((session) => session.close()));
});
afterAll(() => database.drop());

async function working() {
  const made = await workingSession(business.as("owner"), "+972501110000");
  running.push(made.session);
  return made;
}

async function sends(session: Session, body: string) {
  const { id } = await sendTo(business.as("owner"), { to: "053-222-2222", body });
  session.look();
  return id;
}
const statusOf = async (id: string) => (await database.owner`select status from message where id = ${id}`)[0]?.status;

/** Asks as the client does that holds this socket. */
async function askedAgain({ parts }: FakeClientSocket, id: string | undefined): Promise<unknown> {
  const ask = Promise.withResolvers<NonNullable<Parameters<Baileys["makeWASocket"]>[0]["getMessage"]>>();
  const makeWASocket: Baileys["makeWASocket"] = (config) => {
    if (config.getMessage) ask.resolve(config.getMessage);
    throw new Error("nothing is to be connected");
  };
  expect(() => openSocketWith({ ...client, makeWASocket }, undefined, log())(parts)).toThrow("nothing is to be");
  const found = await (await ask.promise)({ id: id ?? null, remoteJid: "972532222222@s.whatsapp.net", fromMe: true });
  return found?.extendedTextMessage?.text ?? found;
}

it("a message that was sent is there with all its words, for the next process, too", async () => {
  const { socket, session } = await working();
  const id = await sends(session, "יש, שלושה חדרים");
  await until(async () => (await statusOf(id)) === "sent");
  expect(await askedAgain(socket, socket.sent[0]?.id)).toBe("יש, שלושה חדרים");
  await session.close();
  const next = await heldSession(business.id);
  running.push(next.session);
  expect(await askedAgain(await next.sockets.next(), socket.sent[0]?.id)).toBe("יש, שלושה חדרים");
});

it("so is one whose process died before it had written down that it was sent", async () => {
  const { socket, session } = await working();
  socket.returns = false;
  const id = await sends(session, "אפשר מחר בעשר");
  await until(async () => socket.sent.length === 1);
  await session.close();
  expect(await statusOf(id)).toBe("sending");
  const next = await heldSession(business.id);
  running.push(next.session);
  expect(await askedAgain(await next.sockets.next(), socket.sent[0]?.id)).toBe("אפשר מחר בעשר");
});

it("what we never sent, and what another business has sent, is not", async () => {
  const { socket, session } = await working();
  const id = await sends(session, "רק שלנו");
  await until(async () => (await statusOf(id)) === "sent");
  expect(await askedAgain(socket, "3EB0000000000000000000")).toBeUndefined();
  const ours = socket.sent[0]?.id;
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
  const theirs = await working();
  expect(await askedAgain(theirs.socket, ours)).toBeUndefined();
});
