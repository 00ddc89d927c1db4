import { type AddressInfo, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WrittenInput } from "./inbound-params.ts";
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  BUSINESS,
  type MessagingWorld,
  PERSON,
  startMessagingWorld,
  WHATSAPP,
} from "./testing/world.ts";

let world: MessagingWorld;
beforeEach(async () => {
  world = await startMessagingWorld();
});
afterEach(() => world.close());

const png = { contentType: "image/png", base64: Buffer.from("PNG").toString("base64") };

/** The form that the application got for what somebody wrote. */
async function formOf(written: Partial<WrittenInput>): Promise<Record<string, string>> {
  const { sid } = await world.write(written);
  const found = world.app.received.find(({ form, signed }) => signed && form.MessageSid === sid);
  if (!found) throw new Error("the application got nothing");
  return found.form;
}

async function conversation(query = ""): Promise<Record<string, unknown>[]> {
  const { body } = await world.door(`/messages?with=${encodeURIComponent(PERSON)}${query}`);
  return body.items as Record<string, unknown>[];
}

describe("a message that somebody writes", () => {
  it("reaches the application as a signed form with all that WhatsApp tells", async () => {
    const form = await formOf({ body: "היי 👋", profileName: "נועה" });
    expect(form).toMatchObject({
      AccountSid: ACCOUNT_SID,
      ApiVersion: "2010-04-01",
      SmsMessageSid: form.MessageSid,
      SmsSid: form.MessageSid,
      SmsStatus: "received",
      From: `whatsapp:${PERSON}`,
      To: `whatsapp:${WHATSAPP}`,
      Body: "היי 👋",
      NumMedia: "0",
      NumSegments: "1",
      ReferralNumMedia: "0",
      ProfileName: "נועה",
      WaId: PERSON.slice(1),
      MessageType: "text",
      ExternalUserId: expect.any(String),
    });
    expect(JSON.parse(form.ChannelMetadata ?? "")).toMatchObject({ type: "whatsapp" });
  });

  it("by SMS has places, and nothing of WhatsApp", async () => {
    const form = await formOf({ channel: "sms", body: "א".repeat(71), fields: { OptOutType: "HELP" } });
    expect(form).toMatchObject({ From: PERSON, To: BUSINESS, FromCountry: "IL", NumSegments: "2", OptOutType: "HELP" });
    expect(form).not.toHaveProperty("WaId");
  });

  it.each<[Partial<WrittenInput>, Record<string, string>]>([
    [
      { button: { text: "מאשרים הגעה", payload: "viewing_confirm" }, repliedTo: "MM1" },
      {
        MessageType: "button",
        Body: "מאשרים הגעה",
        ButtonText: "מאשרים הגעה",
        ButtonPayload: "viewing_confirm",
        OriginalRepliedMessageSid: "MM1",
        OriginalRepliedMessageSender: `whatsapp:${WHATSAPP}`,
      },
    ],
    [{ list: { id: "2", title: "השכרה" } }, { MessageType: "interactive", ListId: "2", ListTitle: "השכרה" }],
    [
      { location: { latitude: 32.08, longitude: 34.78, address: "הרצל 12", label: "בית" } },
      { MessageType: "location", Latitude: "32.08", Longitude: "34.78", Address: "הרצל 12", Label: "בית" },
    ],
    [{ media: [{ ...png, contentType: "audio/ogg" }] }, { MessageType: "audio", NumMedia: "1" }],
    [{ media: [{ ...png, contentType: "application/pdf" }] }, { MessageType: "document" }],
  ])("can be more than text: %j", async (written, expected) => {
    expect(await formOf(written)).toMatchObject(expected);
  });

  it("is told as often as wanted, at the same time and under one identifier", async () => {
    let inside = 0;
    let most = 0;
    let open: () => void = () => undefined;
    const all = new Promise<void>((resolve) => {
      open = resolve;
    });
    world.app.routes["/whatsapp"] = async () => {
      inside += 1;
      most = Math.max(most, inside);
      if (inside === 3) open();
      await all;
      return "";
    };
    const { sid, webhooks } = await world.write({ body: "היי", repeat: 3 });
    expect(most).toBe(3);
    expect(webhooks).toHaveLength(3);
    expect(world.app.received.map(({ form }) => form.MessageSid)).toEqual([sid, sid, sid]);
  });

  it("is refused at the door when nobody could write it", async () => {
    const written = { from: PERSON, to: WHATSAPP, body: "היי" };
    for (const wrong of [{ to: "+972521112233" }, { channel: "sms" }, { from: "052" }, { media: [png, png] }])
      expect((await world.door("/messages", { ...written, ...wrong })).status, JSON.stringify(wrong)).toBe(400);
    expect(world.app.received).toEqual([]);
  });
});

describe("media of a person", () => {
  it("are had with the credentials, over the media host, and can be deleted", async () => {
    const form = await formOf({ body: "הנה", media: [png] });
    expect(form).toMatchObject({ MessageSid: expect.stringMatching(/^MM/), MediaContentType0: "image/png" });
    const url = form.MediaUrl0 ?? "";
    expect((await fetch(url)).status).toBe(401);
    const headers = { authorization: `Basic ${btoa(`${ACCOUNT_SID}:${AUTH_TOKEN}`)}` };
    const first = await fetch(url, { headers, redirect: "manual" });
    expect(first.status).toBe(307);
    const file = await fetch(first.headers.get("location") ?? "");
    expect([file.headers.get("content-type"), await file.text()]).toEqual(["image/png", "PNG"]);
    const [sid = ""] = url.split("/").slice(-1);
    const medium = world.client.messages(form.MessageSid ?? "").media(sid);
    expect(await medium.fetch()).toMatchObject({ sid, contentType: "image/png" });
    expect(await medium.remove()).toBe(true);
    expect((await fetch(url, { headers })).status).toBe(404);
    expect((await fetch(first.headers.get("location") ?? "")).status).toBe(403);
  });

  it("are given to anybody when the account is set so, and may be called something else", async () => {
    await world.door("/messaging", { mediaAuth: false });
    const { MediaUrl0 = "", MediaContentType0 } = await formOf({ media: [{ ...png, servedAs: "text/html" }] });
    expect(MediaContentType0).toBe("image/png");
    expect((await fetch(MediaUrl0)).headers.get("content-type")).toBe("text/html");
  });
});

describe("what the application answers", () => {
  it("is sent to the person as replies, in order", async () => {
    world.app.routes["/picture.png"] = () => ({ type: "image/png", body: "PNG" });
    world.app.routes["/whatsapp"] = () =>
      "<Message>ראשונה</Message><Message statusCallback='/status'><Body>שנייה</Body><Media>/picture.png</Media></Message>";
    await world.write({ body: "היי" });
    const [, first] = await conversation("&wait=5000");
    const [second] = await conversation(`&wait=5000&after=${first?.id}`);
    expect([first, second]).toMatchObject([
      { by: "business", body: "ראשונה", received: true, channel: "whatsapp" },
      { body: "שנייה", media: [{ contentType: "image/png" }], received: true },
    ]);
    expect(await world.client.messages.list({ limit: 1 })).toMatchObject([{ direction: "outbound-reply" }]);
  });

  it("may be plain text, nothing, or lead elsewhere", async () => {
    world.app.routes["/whatsapp"] = () => ({ type: "text/plain", body: "" });
    expect((await world.write({ body: "א" })).webhooks).toMatchObject([{ status: 200, error: null }]);
    world.app.routes["/whatsapp"] = () => "<Redirect>/elsewhere</Redirect>";
    world.app.routes["/elsewhere"] = () => ({ type: "text/plain", body: "טקסט" });
    await world.write({ body: "ב" });
    expect((await conversation("&wait=5000")).at(-1)).toMatchObject({ by: "business", body: "טקסט" });
  });

  it.each([
    [11200, { status: 404 }],
    [12100, "<Message>"],
    [12300, { type: "application/json", body: "{}" }],
    [12200, "<Say>היי</Say>"],
    [21617, `<Message>${"א".repeat(1601)}</Message>`],
  ])("is written down as %i when it is no good", async (code, answer) => {
    world.app.routes["/whatsapp"] = () => answer;
    expect((await world.write({ body: "היי" })).webhooks).toMatchObject([{ event: "incoming", error: { code } }]);
    expect(world.app.paths()).toEqual(["/whatsapp"]);
  });

  it("comes from the fallback when there is one", async () => {
    world.phone.network.setNumber({ number: WHATSAPP, whatsappFallbackUrl: `${world.app.url}/fallback` });
    world.app.routes["/whatsapp"] = () => ({ status: 500 });
    world.app.routes["/fallback"] = () => "<Message>נחזור אליכם</Message>";
    await world.write({ body: "היי" });
    expect((await world.app.until("/fallback")).form).toMatchObject({ ErrorCode: "11200", Body: "היי" });
    expect((await conversation("&wait=5000")).at(-1)).toMatchObject({ body: "נחזור אליכם" });
  });

  it("is asked for once more when the connection broke", async () => {
    let connections = 0;
    const broken = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => broken.listen(0, "127.0.0.1", resolve));
    const whatsappUrl = `http://127.0.0.1:${(broken.address() as AddressInfo).port}/whatsapp`;
    world.phone.network.setNumber({ number: WHATSAPP, whatsappUrl });
    const { webhooks } = await world.write({ body: "היי" });
    broken.close();
    expect(webhooks).toMatchObject([{ status: 0, error: { code: 11205 } }]);
    expect(connections).toBe(2);
  });
});

describe("a conversation at the door", () => {
  it("shows templates as the person sees them, with their buttons", async () => {
    const [reminder] = await world.client.content.v1.contents.list();
    const { sid } = await world.client.messages.create({
      from: `whatsapp:${WHATSAPP}`,
      to: `whatsapp:${PERSON}`,
      contentSid: reminder?.sid ?? "",
      contentVariables: JSON.stringify({ "1": "דנה" }),
    });
    expect(await conversation("&wait=5000")).toMatchObject([
      {
        sid,
        by: "business",
        body: expect.stringContaining("שלום דנה"),
        templateSid: reminder?.sid,
        buttons: [{ title: "מאשרים הגעה", id: "viewing_confirm" }, { title: "צריך מועד אחר" }],
      },
    ]);
  });

  it("waits no longer than asked", async () => {
    await world.write({ body: "היי" });
    expect(await conversation("&wait=20")).toMatchObject([{ by: "person", body: "היי" }]);
    expect((await world.door("/messages?with=052")).status).toBe(400);
    expect((await world.door(`/messages/SM${"0".repeat(32)}`)).status).toBe(404);
  });
});
