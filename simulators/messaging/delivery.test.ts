import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ACCOUNT_SID, BUSINESS, type MessagingWorld, PERSON, startMessagingWorld, WHATSAPP } from "./testing/world.ts";

let world: MessagingWorld;
beforeEach(async () => {
  world = await startMessagingWorld();
});
afterEach(() => world.close());

const HOUR_MS = 3_600_000;
const wa = (number: string) => `whatsapp:${number}`;

async function send(fields: Partial<Parameters<typeof world.client.messages.create>[0]> = {}) {
  const { sid } = await world.client.messages.create({ from: wa(WHATSAPP), to: wa(PERSON), body: "שלום", ...fields });
  const { message, callbacks } = await world.settled(sid);
  return { sid, message, callbacks, statuses: callbacks.map(({ MessageStatus }) => MessageStatus) };
}

async function templateSid(name: string): Promise<string> {
  const all = await world.client.content.v1.contents.list();
  return all.find(({ friendlyName }) => friendlyName === name)?.sid ?? "";
}

describe("WhatsApp's 24 hours", () => {
  it("lets a free text fail to whoever has not written", async () => {
    const { sid, callbacks, statuses } = await send();
    expect(statuses).toEqual(["failed"]);
    expect(callbacks[0]).toMatchObject({ ErrorCode: "63016", SmsStatus: "failed", ChannelPrefix: "whatsapp" });
    expect(await world.client.messages(sid).fetch()).toMatchObject({ status: "failed", errorCode: 63016 });
    const seen = await world.door(`/messages?with=${encodeURIComponent(PERSON)}`);
    expect(seen.body.items).toMatchObject([{ by: "business", received: false, errorCode: 63016 }]);
  });

  it("opens when the person writes, and closes after a day", async () => {
    await world.write({ body: "היי" });
    expect((await send()).statuses).toEqual(["sent", "delivered", "read"]);
    world.passTime(24 * HOUR_MS - 1);
    expect((await send()).message.status).toBe("read");
    world.passTime(1);
    expect((await send()).message.errorCode).toBe(63016);
  });

  it("is between one sender and one person, and can be set at the door", async () => {
    await world.door("/windows", { sender: WHATSAPP, person: PERSON, lastWroteMsAgo: 23 * HOUR_MS });
    expect((await send({ to: wa("+972521112233") })).message.errorCode).toBe(63016);
    expect((await send()).message.status).toBe("read");
    await world.door("/windows", { sender: WHATSAPP, person: PERSON, lastWroteMsAgo: null });
    expect((await send()).message.errorCode).toBe(63016);
  });

  it("lets an approved template through at any time", async () => {
    const contentSid = await templateSid("payment_link");
    const { sid, message, callbacks } = await send({
      contentSid,
      contentVariables: JSON.stringify({ "1": "דנה", "2": "99.90" }),
    });
    expect(sid).toMatch(/^MM/);
    expect(message.status).toBe("read");
    expect(message.body).toMatch(/^שלום דנה, .* 99\.90 ש״ח עבור דמי שריון: https/);
    expect(callbacks[0]).toMatchObject({ MessageStatus: "sent", StructuredMessage: "true" });
  });

  it("takes a template that is not approved for a free text", async () => {
    const sid = await templateSid("we_missed_you");
    await world.door(`/templates/${sid}`, { status: "paused" });
    expect((await send({ contentSid: sid })).message.errorCode).toBe(63016);
  });
});

describe("status callbacks", () => {
  it("are signed and carry what the real ones carry", async () => {
    await world.write({ body: "היי" });
    const { sid, callbacks } = await send();
    expect(world.app.received.every(({ signed }) => signed)).toBe(true);
    const common = { AccountSid: ACCOUNT_SID, ApiVersion: "2010-04-01", MessageSid: sid, SmsSid: sid };
    for (const callback of callbacks)
      expect(callback).toMatchObject({
        ...common,
        From: wa(WHATSAPP),
        To: wa(PERSON),
        SmsStatus: callback.MessageStatus,
      });
    expect(callbacks[0]).toMatchObject({
      ChannelPrefix: "whatsapp",
      ChannelInstallSid: expect.stringMatching(/^XE[0-9a-f]{32}$/),
      ChannelToAddress: "+97250123XXXX",
      StructuredMessage: "false",
    });
    expect(callbacks.slice(1).map(({ EventType }) => EventType)).toEqual(["DELIVERED", "READ"]);
  });

  it("of an SMS come only where they were asked for, with the carrier's date", async () => {
    expect((await send({ from: BUSINESS, to: PERSON })).callbacks).toEqual([]);
    const asked = await send({ from: BUSINESS, to: PERSON, statusCallback: `${world.app.url}/status` });
    expect(asked.statuses).toEqual(["sent", "delivered"]);
    expect(asked.callbacks[1]?.RawDlrDoneDate).toMatch(/^\d{10}$/);
    expect(asked.callbacks[1]).not.toHaveProperty("ChannelPrefix");
  });

  it("come twice, in any order, or not at all, as a person's line is told to", async () => {
    await world.write({ body: "היי" });
    await world.door("/people", { number: PERSON, copies: 2 });
    const twice = ["sent", "sent", "delivered", "delivered", "read", "read"];
    expect((await send()).statuses).toEqual(twice);
    await world.door("/people", { number: PERSON, copies: 1, order: "reversed" });
    expect((await send()).statuses).toEqual(["read", "delivered", "sent"]);
    await world.door("/people", { number: PERSON, order: "forward", missing: ["delivered"], reads: false });
    expect((await send()).statuses).toEqual(["sent"]);
  });

  it("come late when told to, and the message stays where it is until then", async () => {
    await world.write({ body: "היי" });
    await world.door("/people", { number: PERSON, stepMs: 3_600_000 });
    const { sid } = await world.client.messages.create({ from: wa(WHATSAPP), to: wa(PERSON), body: "א" });
    expect((await world.client.messages(sid).fetch()).status).toBe("queued");
    expect(world.app.received.filter(({ path }) => path === "/status")).toEqual([]);
  });

  it("do not hold the message up when the application is slow", async () => {
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    world.app.routes["/status"] = async () => {
      await slow;
      return { status: 204 };
    };
    await world.write({ body: "היי" });
    const { sid } = await world.client.messages.create({ from: wa(WHATSAPP), to: wa(PERSON), body: "א" });
    const seen = await world.door(`/messages?with=${encodeURIComponent(PERSON)}&wait=5000`);
    expect(seen.body.items).toMatchObject([{ by: "person" }, { sid, received: true, webhooks: [] }]);
    answer();
    expect((await world.settled(sid)).callbacks).toHaveLength(3);
  });

  it("that the application does not take are written down, and not sent again", async () => {
    world.app.routes["/status"] = () => ({ status: 404 });
    const { sid, callbacks } = await send();
    expect(callbacks).toHaveLength(1);
    const one = await world.door(`/messages/${sid}?wait=1000`);
    const refused = { event: "failed", status: 404, error: { code: 11200, message: expect.stringContaining("404") } };
    expect(one.body.webhooks).toMatchObject([refused]);
  });

  it("are sent again as their address says, as the same event", async () => {
    let left = 2;
    world.app.routes["/status"] = () => ({ status: left-- > 0 ? 503 : 204 });
    await world.write({ body: "היי" });
    await world.door("/people", { number: PERSON, reads: false });
    const { callbacks } = await send({ statusCallback: `${world.app.url}/status#rc=3&rp=5xx` });
    expect(callbacks.map(({ MessageStatus }) => MessageStatus)).toEqual(["sent", "sent", "sent", "delivered"]);
    const told = world.app.received.filter(({ path }) => path === "/status");
    const tokens = told.map(({ headers }) => headers["i-twilio-idempotency-token"]);
    expect(new Set(tokens.slice(0, 3)).size).toBe(1);
    expect(tokens[3]).not.toBe(tokens[0]);
  });
});

describe("a message that does not arrive", () => {
  it("fails as a person's line is told to", async () => {
    await world.door("/people", { number: PERSON, outcome: { status: "undelivered", code: 30003 } });
    const { callbacks, statuses } = await send({
      from: BUSINESS,
      to: PERSON,
      statusCallback: `${world.app.url}/status`,
    });
    expect(statuses).toEqual(["sent", "undelivered"]);
    expect(callbacks[1]).toMatchObject({ ErrorCode: "30003", RawDlrDoneDate: expect.any(String) });
    expect((await world.door("/people", { outcome: { status: "failed", code: 1 } })).status).toBe(400);
  });

  it("fails without WhatsApp, and an SMS at a landline", async () => {
    await world.door("/people", { number: PERSON, onWhatsApp: false });
    expect((await send()).message).toMatchObject({ status: "undelivered", errorCode: 63024 });
    const landline = await send({ from: BUSINESS, to: "+97236661234" });
    expect(landline.message).toMatchObject({ status: "undelivered", errorCode: 30006 });
  });

  it("fails above the sender's rate", async () => {
    await world.write({ body: "היי" });
    await world.door("/messaging", { whatsappPerSecond: 2 });
    expect((await send()).message.status).toBe("read");
    expect((await send()).message.status).toBe("read");
    expect((await send()).message.errorCode).toBe(63018);
    world.passTime(1000);
    expect((await send()).message.status).toBe("read");
  });

  it.each(["63016", "63018", "63003"])("fails with %s as often as told to", async (kind) => {
    await world.write({ body: "היי" });
    await world.door("/faults", { messaging: { kind, times: 1 } });
    // Only a new message can have this fault.
    await world.client.messages.list();
    const { statuses, message } = await send();
    expect(statuses).toEqual(["failed"]);
    expect(message.errorCode).toBe(Number(kind));
    expect((await send()).message.status).toBe("read");
  });
});

describe("media that the application sends", () => {
  it("are fetched from it and seen by the person", async () => {
    world.app.routes["/picture.png"] = () => ({ type: "image/png", body: "PNG" });
    await world.write({ body: "היי" });
    const { sid, message } = await send({ mediaUrl: [`${world.app.url}/picture.png`] });
    expect(sid).toMatch(/^MM/);
    expect(message.status).toBe("read");
    const seen = await world.door(`/messages/${sid}`);
    const [medium] = seen.body.media as { url: string; contentType: string }[];
    expect(medium?.contentType).toBe("image/png");
    expect(await (await fetch(medium?.url ?? "")).text()).toBe("PNG");
    expect(await world.client.messages(sid).media.list()).toMatchObject([{ contentType: "image/png", parentSid: sid }]);
  });

  it("that cannot be had fail the message", async () => {
    await world.write({ body: "היי" });
    expect((await send({ mediaUrl: [`${world.app.url}/none.png`] })).message.errorCode).toBe(63019);
  });
});
