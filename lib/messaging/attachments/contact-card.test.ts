import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  type MessagingWorld,
  PERSON,
  startMessagingWorld,
  WHATSAPP,
} from "#simulators/messaging/testing/world.ts";
import { parseEnv } from "../../config/env.ts";
import { fileStore } from "../../providers/files/index.ts";
import { createFileFetcher } from "../../providers/whatsapp/index.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { fetchAttachment } from "../jobs/fetch-attachment.ts";
import { takeMessages } from "../jobs/take-messages.ts";
import { getThread, listConversations } from "../list-conversations.ts";
import { checkContent } from "./check-content.ts";
import { contactOf, contactsIn } from "./contact-card.ts";

const card = (...lines: string[]) => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
const NOA = card("N:כהן;נועה", "FN:נועה כהן", "TEL;type=CELL;type=VOICE;waid=972521234567:+972 52-123-4567");
const checked = (file: string | Uint8Array) => checkContent(Buffer.from(file), "document");

describe("a contact that a customer sends over Twilio", () => {
  let database: TestDatabase;
  let business: TestBusiness;
  let network: MessagingWorld;
  beforeAll(async () => {
    database = await testDatabase();
    business = await testBusiness();
    await database.owner`update business set whatsapp_number = ${WHATSAPP} where id = ${business.id}`;
    network = await startMessagingWorld();
  });
  afterAll(async () => {
    await network.close();
    await database.drop();
  });

  /** Somebody sends this as a contact, and it is fetched; gives their conversation as the staff see it. */
  async function sends(vcard: string) {
    const { sid } = await network.write({ media: [{ contentType: "text/vcard", base64: base64Of(vcard) }] });
    const form = network.app.received.find((post) => post.form.MessageSid === sid)?.form ?? {};
    expect(form).toMatchObject({ MessageType: "contacts", MediaContentType0: "text/vcard" });
    await takeMessages({ channel: "whatsapp", posts: [{ form, requestId: null, at: new Date().toISOString() }] });
    const [file] = await database.owner`
      select a.id from attachment a join message m on m.id = a.message_id where m.provider_id = ${sid}`;
    const account = {
      TWILIO_ACCOUNT_SID: ACCOUNT_SID,
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      TWILIO_BASE_URL: network.phone.url,
    };
    const ports = { fetchFile: createFileFetcher(parseEnv(account)), files: fileStore(), transcriber: null };
    await fetchAttachment(ports, { businessId: business.id, attachmentId: file?.id }, AbortSignal.timeout(5000), 1);
    const viewer = business.as("viewer");
    const [conversation] = (await listConversations(viewer, { q: PERSON })).items;
    const { items } = await getThread(viewer, { conversationId: conversation?.id ?? "" });
    return { conversation, message: items[0] };
  }

  it("is shown to the staff as a contact, with its names and numbers", async () => {
    const { conversation, message } = await sends(NOA + card("FN:אבי", "TEL:03-555-1234", "TEL:+972541112233"));
    expect(message).toMatchObject({
      content: {
        kind: "contact",
        contacts: [
          { name: "נועה כהן", phones: ["+972 52-123-4567"] },
          { name: "אבי", phones: ["03-555-1234", "+972541112233"] },
        ],
      },
      attachments: [],
    });
    expect(conversation?.lastText).toBe("[contact]");
  });

  it("is refused, and seen to be, when there is nobody in it", async () => {
    const { message } = await sends(card("NOTE:ריק"));
    expect(message).toMatchObject({ content: { kind: "text" }, attachments: [{ state: "refused", reason: "empty" }] });
  });
});

describe("a contact card", () => {
  it("may go on on a next line, escape its signs, and have names before its fields", () => {
    const odd = card("item1.FN;CHARSET=UTF-8:לוי\\, דנה: ", "  מכירות", "item2.TEL;VALUE=uri:tel:+97235551234");
    expect(contactsIn(odd)).toEqual([{ name: "לוי, דנה:  מכירות", phones: ["+97235551234"] }]);
  });

  it("goes by what its sender calls it, if they do", () => {
    expect(contactOf(NOA, "נועה מהעבודה")).toEqual({ name: "נועה מהעבודה", phones: ["+972 52-123-4567"] });
    expect(contactOf("", "רק שם")).toEqual({ name: "רק שם", phones: [] });
  });

  it("of any size gives no more than anybody needs", async () => {
    const long = card(
      `FN:${"א".repeat(5000)}`,
      ...Array.from({ length: 5000 }, (_, n) => `TEL:${"0".repeat(200)}${n}`),
    );
    const contacts = contactsIn(Array.from({ length: 40 }, () => long).join(""));
    expect(contacts).toHaveLength(20);
    expect(contacts[0]?.name).toHaveLength(200);
    expect(contacts[0]?.phones).toHaveLength(10);
    expect(contacts[0]?.phones[0]).toHaveLength(100);
  });

  it.each([
    ["too large", `${NOA}${"X".repeat(1024 * 1024)}`, "too_large"],
    ["binary behind its first words", Buffer.concat([Buffer.from(NOA), Buffer.from([0, 255, 1])]), "not_what_it_says"],
    ["nobody at all", "BEGIN:VCARD", "empty"],
  ])("that is %s is refused", async (_, file, reason) => {
    expect(await checked(file)).toEqual({ ok: false, reason });
  });

  it("is no picture, whoever says so", async () => {
    expect(await checkContent(Buffer.from(NOA), "image")).toEqual({ ok: false, reason: "not_what_it_says" });
  });
});

function base64Of(text: string): string {
  return Buffer.from(text).toString("base64");
}
