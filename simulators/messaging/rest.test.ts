import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  BUSINESS,
  type MessagingWorld,
  PERSON,
  SERVICE_SID,
  startMessagingWorld,
  twilioClient,
  WHATSAPP,
} from "./testing/world.ts";

let world: MessagingWorld;
beforeEach(async () => {
  world = await startMessagingWorld();
});
afterEach(() => world.close());

const wa = (number: string) => `whatsapp:${number}`;
const message = { from: wa(WHATSAPP), to: wa(PERSON), body: "שלום" };

describe("a message that the application sends", () => {
  it("is taken and told as Twilio's client reads it", async () => {
    const { messages } = world.client;
    const created = await messages.create({ from: BUSINESS, to: PERSON, body: "שלום" });
    expect(created).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      accountSid: ACCOUNT_SID,
      apiVersion: "2010-04-01",
      from: BUSINESS,
      to: PERSON,
      body: "שלום",
      status: "queued",
      direction: "outbound-api",
      numSegments: "1",
      numMedia: "0",
      errorCode: null,
      errorMessage: null,
      messagingServiceSid: null,
      dateCreated: expect.any(Date),
      dateSent: null,
      uri: `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages/${created.sid}.json`,
    });
    await world.settled(created.sid);
    expect(await messages(created.sid).fetch()).toMatchObject({ status: "delivered", dateSent: expect.any(Date) });
  });

  it("is counted in segments by its alphabet", async () => {
    const { messages } = world.client;
    const segments = async (body: string) => (await messages.create({ from: BUSINESS, to: PERSON, body })).numSegments;
    expect(await segments("a".repeat(160))).toBe("1");
    expect(await segments("a".repeat(161))).toBe("2");
    expect(await segments("א".repeat(70))).toBe("1");
    expect(await segments("א".repeat(135))).toBe("3");
  });

  it("is listed newest first, by pages and by address", async () => {
    for (const body of ["1", "2", "3"]) await world.client.messages.create({ ...message, body });
    await world.client.messages.create({ from: BUSINESS, to: PERSON, body: "4" });
    const all = await world.client.messages.list({ pageSize: 2 });
    expect(all.map(({ body }) => body)).toEqual(["4", "3", "2", "1"]);
    const some = await world.client.messages.list({ from: wa(WHATSAPP), limit: 2 });
    expect(some.map(({ body }) => body)).toEqual(["3", "2"]);
    expect(await world.client.messages.list({ dateSentAfter: new Date(Date.now() + 2 * 86_400_000) })).toEqual([]);
  });

  it("can be emptied and deleted afterwards", async () => {
    const { sid } = await world.client.messages.create(message);
    await expect(world.client.messages(sid).update({ body: "other" })).rejects.toMatchObject({ status: 400 });
    expect((await world.client.messages(sid).update({ body: "" })).body).toBe("");
    expect(await world.client.messages(sid).remove()).toBe(true);
    await expect(world.client.messages(sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it("goes by a messaging service, which finds the sender", async () => {
    const sent = await world.client.messages.create({ messagingServiceSid: SERVICE_SID, to: PERSON, body: "hello" });
    expect(sent).toMatchObject({
      status: "accepted",
      from: BUSINESS,
      numSegments: "0",
      messagingServiceSid: SERVICE_SID,
    });
    const { callbacks } = await world.settled(sent.sid);
    expect(callbacks.map(({ MessageStatus }) => MessageStatus)).toEqual(["queued", "sent", "delivered"]);
    expect(callbacks[0]).toMatchObject({ MessagingServiceSid: SERVICE_SID });
  });
});

describe("what Twilio refuses", () => {
  const other = "+972521234567";
  it.each([
    [21604, { to: "" }],
    [21211, { to: "0521234567" }],
    [21211, { to: wa(wa(PERSON)) }],
    [21603, { from: "" }],
    [21212, { from: wa(wa(WHATSAPP)) }],
    [21910, { to: PERSON }],
    [21910, { from: BUSINESS }],
    [21266, { to: wa(WHATSAPP) }],
    [63007, { from: wa(BUSINESS) }],
    [63007, { from: wa(other) }],
    [21606, { from: other, to: PERSON }],
    [21606, { from: WHATSAPP, to: PERSON }],
    [21619, { body: "" }],
    [21617, { body: "א".repeat(1601) }],
    [21620, { mediaUrl: ["not-a-url"] }],
    [21623, { mediaUrl: ["http://127.0.0.1/1.png", "http://127.0.0.1/2.png"] }],
    [21623, { from: BUSINESS, to: PERSON, mediaUrl: Array(11).fill("http://127.0.0.1/1.png") }],
    [21609, { statusCallback: "/status" }],
    [21655, { contentSid: `HX${"0".repeat(32)}` }],
    [21701, { from: "", messagingServiceSid: `MG${"f".repeat(32)}` }],
    [21703, { from: "", messagingServiceSid: SERVICE_SID }],
  ])("%i: %j", async (code, wrong) => {
    const sending = world.client.messages.create({ ...message, ...wrong });
    await expect(sending).rejects.toMatchObject({
      status: 400,
      code,
      moreInfo: `https://www.twilio.com/docs/errors/${code}`,
    });
    expect(await world.client.messages.list()).toEqual([]);
  });

  it("sends 1600 characters", async () => {
    expect((await world.client.messages.create({ ...message, body: "א".repeat(1600) })).body).toHaveLength(1600);
  });

  it("wrong credentials", async () => {
    const stranger = twilioClient(world.phone.url, "0".repeat(32));
    await expect(stranger.messages.create(message)).rejects.toMatchObject({ status: 401, code: 20003 });
    await expect(stranger.content.v1.contents.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  it("whoever wrote STOP by SMS, until they write START", async () => {
    const toPerson = { from: BUSINESS, to: PERSON, body: "hello" };
    await world.write({ channel: "sms", body: " Stop " });
    await expect(world.client.messages.create(toPerson)).rejects.toMatchObject({ code: 21610 });
    await world.write({ channel: "sms", body: "START" });
    expect((await world.client.messages.create(toPerson)).status).toBe("queued");
  });

  it("everything, while it is told to fail", async () => {
    await world.door("/faults", { messaging: { kind: "429", times: 1 } });
    await expect(world.client.messages.create(message)).rejects.toMatchObject({ status: 429, code: 20429 });
    await world.door("/faults", { messaging: { kind: "500", times: 1 } });
    await expect(world.client.content.v1.contents.list()).rejects.toMatchObject({ status: 500 });
    expect((await world.client.messages.create(message)).status).toBe("queued");
    const requests = (await world.door("/requests?after=0")).body.items as { step: string; status: number }[];
    const statuses = requests.filter(({ step }) => step === "messaging").map(({ status }) => status);
    expect(statuses).toEqual([429, 500, 201]);
  });

  it("another account, and calls are answered as before", async () => {
    const elsewhere = `${world.phone.url}/2010-04-01/Accounts/AC${"0".repeat(32)}/Messages.json`;
    const authorization = `Basic ${btoa(`${ACCOUNT_SID}:${AUTH_TOKEN}`)}`;
    expect((await fetch(elsewhere, { headers: { authorization } })).status).toBe(404);
    expect(await world.client.calls.list()).toEqual([]);
    const numbers = await world.client.incomingPhoneNumbers.list();
    expect(numbers).toMatchObject([{ phoneNumber: BUSINESS, smsUrl: `${world.app.url}/sms` }]);
  });
});
