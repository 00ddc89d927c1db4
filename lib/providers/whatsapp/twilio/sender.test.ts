import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "#simulators/common/http.ts";
import { type RunningPhoneNetwork, startPhoneNetwork } from "#simulators/phone/index.ts";
import { MessageRefused, type OutgoingMessage } from "../types.ts";
import { twilioSender } from "./sender.ts";

const ACCOUNT = `AC${"0".repeat(32)}`;
const TOKEN = "t".repeat(32);
const OURS = "+972555000000";
const RINA = "+972541112233";
let phone: RunningPhoneNetwork;
beforeAll(async () => {
  const nowhere = "http://127.0.0.1:9/webhook";
  phone = await startPhoneNetwork({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    numbers: [{ number: OURS, whatsappUrl: nowhere, smsUrl: nowhere, voiceUrl: nowhere }],
  });
});
afterEach(() => phone.network.faults.set({ messaging: null }));
afterAll(() => phone.close());

const signal = new AbortController().signal;
const sender = (authToken = TOKEN) =>
  twilioSender({ accountSid: ACCOUNT, authToken, baseUrl: phone.url }, (channel) => `http://127.0.0.1:9/${channel}`);

function message(over: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    ...{ messageId: crypto.randomUUID(), businessId: crypto.randomUUID(), channel: "whatsapp", to: RINA, from: OURS },
    ...{ body: "שלום", template: null, attachments: [], replyTo: null },
    ...over,
  };
}

describe("Twilio takes a message", () => {
  it("on WhatsApp and by SMS, with exactly one prefix however the number was written", async () => {
    const { providerId } = await sender().send(message({ to: `whatsapp:whatsapp:${RINA}` }), signal);
    expect(phone.messaging.messages.get(providerId)).toMatchObject({
      to: { channel: "whatsapp", number: RINA },
      from: { channel: "whatsapp", number: OURS },
      body: "שלום",
    });
    const sms = await sender().send(message({ channel: "sms" }), signal);
    expect(phone.messaging.messages.get(sms.providerId)).toMatchObject({ to: { channel: "sms", number: RINA } });
  });

  it("with a file, which it fetches itself", async () => {
    const picture = Buffer.from("picture");
    const files = await startServer({
      handle: ({ res }) => void res.writeHead(200, { "Content-Type": "image/png" }).end(picture),
    });
    const file = { kind: "image", contentType: "image/png", fileName: "a.png", url: `${files.url}/x` } as const;
    phone.messaging.windows.opened(OURS, RINA, 0);
    const { providerId } = await sender().send(
      message({ body: "", attachments: [{ ...file, read: async () => new Uint8Array() }] }),
      signal,
    );
    const sent = phone.messaging.messages.get(providerId);
    await sent?.settled;
    await files.close();
    expect(sent).toMatchObject({ status: "read", media: [{ contentType: "image/png" }] });
  });

  it("of a template, with what is filled in, and knows it again by how it reads", async () => {
    const template = phone.messaging.templates.all().find(({ friendlyName }) => friendlyName === "we_missed_you");
    const body =
      "שלום רינה, לא דיברנו הרבה זמן. יש בגינות נכסים חדשים שיכולים להתאים, נשמח לעדכן. להסרה אפשר להשיב: הסר.";
    const one = message({
      body,
      template: { providerId: template?.sid ?? "", variables: { "1": "רינה", "2": "גינות" } },
    });
    const since = new Date();
    expect(await sender().findSent(one, since, signal)).toBeNull();
    const { providerId } = await sender().send(one, signal);
    const sent = phone.messaging.messages.get(providerId);
    expect(sent).toMatchObject({ body, template: { sid: template?.sid } });
    await sent?.settled;
    expect(sent?.status).toBe("read");
    expect(await sender().findSent(one, since, signal)).toEqual({ providerId });
  });

  it("and says whether it had taken it before", async () => {
    const one = message({ body: `רק פעם אחת ${Date.now()}` });
    const since = new Date();
    expect(await sender().findSent(one, since, signal)).toBeNull();
    const sent = await sender().send(one, signal);
    expect(await sender().findSent(one, since, signal)).toEqual(sent);
    expect(await sender().findSent(message({ body: "משהו אחר" }), since, signal)).toBeNull();
  });
});

it("a list that Twilio will not give says nothing of the message: it is asked for again, and the message not given up", async () => {
  const refusing = await startServer({
    handle: ({ res }) => void res.writeHead(400).end('{"code":20001,"status":400}'),
  });
  const access = { accountSid: ACCOUNT, authToken: TOKEN, baseUrl: refusing.url };
  const asked = twilioSender(access, () => "http://127.0.0.1:9/").findSent(message(), new Date(), signal);
  await expect(asked).rejects.toMatchObject({ provider: "whatsapp", retryable: true });
  await refusing.close();
});

it("what Twilio took and then did not send was not sent", async () => {
  const one = message({ body: `יותר מדי בבת אחת ${Date.now()}` });
  const since = new Date();
  phone.network.faults.set({ messaging: { kind: "63018" } });
  const { providerId } = await sender().send(one, signal);
  await phone.messaging.messages.get(providerId)?.settled;
  expect(await sender().findSent(one, since, signal)).toBeNull();
});

describe("Twilio does not take a message", () => {
  it.each([
    ["to what is no number", { to: "05" }, "21211"],
    ["from a number that is not ours", { from: "+972555999999" }, "63007"],
    ["of a business that has no number on WhatsApp", { from: "" }, "63007"],
    ["of a business that has no number for SMS", { channel: "sms", from: "" }, "21606"],
    ["that is too long", { body: "א".repeat(1601) }, "21617"],
    ["without words", { body: "" }, "21619"],
  ] as const)("%s, for good", async (_, over, code) => {
    const failure = await sender()
      .send(message(over), signal)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MessageRefused);
    expect(failure).toMatchObject({ errorCode: code });
  });

  it.each(["429", "500", "cut"] as const)("for now, when it answers %s", async (kind) => {
    phone.network.faults.set({ messaging: { kind } });
    await expect(sender().send(message(), signal)).rejects.toMatchObject({ provider: "whatsapp", retryable: true });
  });

  it("while it does not let us in: that is no matter of the message", async () => {
    await expect(sender("x".repeat(32)).send(message(), signal)).rejects.toMatchObject({ retryable: true });
  });
});
