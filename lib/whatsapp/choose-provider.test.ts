/** A business that leaves its paired phone for Twilio, and comes back to it. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { chooseWhatsappProvider } from "./choose-provider.ts";
import { connectWhatsapp, disconnectWhatsapp } from "./connect.ts";
import { getWhatsapp } from "./get-whatsapp.ts";
import { endSession, letGo, renewHold, takeHold, tellState } from "./hold.ts";

const PHONE = "+972501110000";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  business = await testBusiness();
  await choose("baileys");
});

const owner = () => business.as("owner");
const view = () => getWhatsapp(owner());
const choose = (provider: "twilio" | "baileys") => chooseWhatsappProvider(owner(), { provider });

/** What looks after the phone, while somebody wants it to. */
async function holder() {
  const hold = await takeHold(business.id, crypto.randomUUID());
  if (hold === null) throw new Error("nobody wants the phone, or it is held");
  return hold;
}

async function connected() {
  await connectWhatsapp(owner(), {});
  const hold = await holder();
  await tellState(hold, { state: "WORKING", number: PHONE });
  return hold;
}

it("a phone that was connected is connected again by itself", async () => {
  const hold = await connected();
  await choose("twilio");
  expect(await renewHold(hold)).toMatchObject({ wanted: false });
  await endSession(hold, { state: "STOPPED", alert: null });
  await choose("baileys");
  expect(await view()).toMatchObject({ state: "STARTING", reason: null, number: PHONE });
  expect(await holder()).toMatchObject({ wanted: true, forget: false, pairPhone: null });
});

it("and so is one that nobody looked after when it was left", async () => {
  await letGo(await connected());
  await choose("twilio");
  expect(await takeHold(business.id, crypto.randomUUID())).toBeNull();
  await choose("baileys");
  expect(await holder()).toMatchObject({ wanted: true });
});

it("who comes back before the phone was let go has it connected all the same", async () => {
  const hold = await connected();
  await choose("twilio");
  expect(await renewHold(hold)).toMatchObject({ wanted: false });
  await choose("baileys");
  await endSession(hold, { state: "STOPPED", alert: null });
  expect(await view()).toMatchObject({ state: "STARTING", number: PHONE });
  expect(await holder()).toMatchObject({ wanted: true });
});

it("one that had failed still says why, and waits for a person", async () => {
  await endSession(await connected(), { state: "FAILED", reason: "replaced", alert: null });
  await choose("twilio");
  await choose("baileys");
  expect(await view()).toMatchObject({ state: "FAILED", reason: "replaced", number: PHONE });
  expect(await takeHold(business.id, crypto.randomUUID())).toBeNull();
});

it("one that was never paired is not connected, and no picture is waited for", async () => {
  await connectWhatsapp(owner(), { phone: PHONE });
  const hold = await holder();
  await tellState(hold, { state: "SCAN_QR_CODE", pairingCode: "ABCD1234" });
  await choose("twilio");
  await endSession(hold, { state: "STOPPED", alert: null });
  await choose("baileys");
  expect(await view()).toMatchObject({ state: "STOPPED", reason: null, number: null, pairingCode: null });
  expect(await takeHold(business.id, crypto.randomUUID())).toBeNull();
});

it("a pairing that is about to be forgotten is not taken up again", async () => {
  await letGo(await connected());
  await disconnectWhatsapp(owner());
  await choose("twilio");
  await choose("baileys");
  expect(await holder()).toMatchObject({ wanted: false, forget: true });
});
