import { randomInt } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningPhoneNetwork, startPhoneNetwork } from "#simulators/phone/index.ts";
import { handOver } from "../messaging/hand-over.ts";
import { getConversation, getThread, listConversations } from "../messaging/list-conversations.ts";
import { openAnswer } from "../messaging/open-answer.ts";
import { receiveMessage } from "../messaging/receive-message.ts";
import { carrier } from "../messaging/testing/carrier.ts";
import { retryMessage } from "../messaging/write-message.ts";
import { twilioTemplates } from "../providers/whatsapp/twilio/templates.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { refreshAllTemplates } from "./jobs/refresh-templates.ts";
import { keepTemplates } from "./keep-templates.ts";
import { listTemplates } from "./list-templates.ts";
import { refreshTemplates } from "./refresh-templates.ts";
import { sendTemplate } from "./send-template.ts";
import { carriedTemplate, withTemplates } from "./testing/templates.ts";

const ACCOUNT = `AC${"0".repeat(32)}`;
const TOKEN = "t".repeat(32);
const signal = new AbortController().signal;
let database: TestDatabase;
let business: TestBusiness;
let phone: RunningPhoneNetwork;
beforeAll(async () => {
  database = await testDatabase();
  phone = await startPhoneNetwork({ accountSid: ACCOUNT, authToken: TOKEN, numbers: [] });
});
beforeEach(async () => {
  business = await testBusiness();
});
afterAll(async () => {
  await phone.close();
  await database.drop();
});

const staff = () => business.as("staff");
const source = () => twilioTemplates({ accountSid: ACCOUNT, authToken: TOKEN, baseUrl: phone.url });

/** A customer who wrote long ago; gives their conversation. */
async function longAgo(body = "שלום", channel: "whatsapp" | "sms" = "whatsapp") {
  const from = `+97254${randomInt(1_000_000, 9_999_999)}`;
  await receiveMessage(business.ctx, {
    ...{ channel, carrier: "twilio", providerId: `SM${crypto.randomUUID()}`, from, profileName: "נועה כהן", body },
    ...{ content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
  });
  await database.owner`update conversation set last_inbound_at = now() - interval '25 hours' where address = ${from}`;
  const [found] = (await listConversations(staff(), { q: from })).items;
  return { id: found?.id ?? "", from, customerId: found?.customerId ?? "" };
}

const consent = (customerId: string, marketing: string) =>
  database.owner`update customer set marketing = ${marketing} where id = ${customerId}`;
const newest = async (conversationId: string) => (await getThread(staff(), { conversationId })).items[0];

describe("the list of templates", () => {
  it("is what WhatsApp says of the account's, with what is filled in and the buttons", async () => {
    await withTemplates(business, []);
    const { carried, items } = await refreshTemplates(staff(), source());
    expect(carried).toBe(true);
    expect(items.map(({ name, category, approval }) => [name, category, approval])).toEqual([
      ["payment_link", "utility", "approved"],
      ["viewing_reminder", "utility", "approved"],
      ["we_missed_you", "marketing", "approved"],
    ]);
    expect(items[1]).toMatchObject({
      language: "he",
      body: expect.stringContaining("שלום {{1}}, תזכורת"),
      variables: [{ name: "1", sample: "נועה" }, { name: "2" }, { name: "3" }, { name: "4", sample: "17:30" }],
      buttons: [
        { title: "מאשרים הגעה", url: null },
        { title: "צריך מועד אחר", url: null },
      ],
    });
  });

  it("follows what WhatsApp decides, and what is gone comes back under its own name", async () => {
    await withTemplates(business);
    const [before] = (await listTemplates(staff())).items;
    await keepTemplates(business.ctx, [carriedTemplate({ approval: "rejected", rejectionReason: "too short" })]);
    expect((await listTemplates(staff())).items).toMatchObject([
      { approval: "rejected", rejectionReason: "too short" },
    ]);
    await keepTemplates(business.ctx, []);
    expect((await listTemplates(staff())).items).toEqual([]);
    await keepTemplates(business.ctx, [carriedTemplate()]);
    expect((await listTemplates(staff())).items).toEqual([before]);
  });

  it("says so to the pages only when something has changed", async () => {
    await withTemplates(business);
    const told = async () =>
      (await database.owner`select 1 from event where business_id = ${business.id} and type = 'templates.changed'`)
        .length;
    const before = await told();
    await keepTemplates(business.ctx, [carriedTemplate()]);
    expect(await told()).toBe(before);
    await keepTemplates(business.ctx, [carriedTemplate({ body: "שלום {{1}} {{2}}" })]);
    expect(await told()).toBe(before + 1);
  });

  it("stays as it is when the carrier cannot be asked", async () => {
    await withTemplates(business);
    phone.network.faults.set({ messaging: { kind: "500" } });
    await expect(refreshTemplates(staff(), source())).rejects.toMatchObject({ provider: "whatsapp", retryable: true });
    phone.network.faults.set({ messaging: null });
    expect((await listTemplates(staff())).items).toHaveLength(1);
  });

  it("is read by the job for every business that Twilio carries, and for no other", async () => {
    const other = await testBusiness();
    await database.owner`update business set whatsapp_number = ${other.number} where id = ${other.id}`;
    await refreshAllTemplates(source(), signal);
    expect((await listTemplates(other.as("staff"))).items).toHaveLength(3);
    expect(await listTemplates(staff())).toEqual({ carried: false, items: [] });
    await expect(refreshTemplates(staff(), source())).rejects.toMatchObject({ code: "rule" });
  });

  // The minute may turn over in between.
  it("is read anew only so often, and only by who may write", { retry: 1 }, async () => {
    await withTemplates(business);
    await expect(refreshTemplates(business.as("viewer"), source())).rejects.toThrow("forbidden");
    const all = Array.from({ length: 8 }, () => refreshTemplates(staff(), source()));
    const outcomes = await Promise.allSettled(all);
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toMatchObject([{ code: "rate_limited" }, { code: "rate_limited" }]);
  });
});

describe("a template to one customer", () => {
  const filled = { "1": "נועה", "2": "דירת גן\nבחולון" };

  it("comes through when the window is closed, and stands in the thread and in the search as it reads", async () => {
    const { we_missed_you: templateId = "" } = await withTemplates(business);
    const { id, from, customerId } = await longAgo();
    await consent(customerId, "granted");
    const { messageId } = await sendTemplate(staff(), { conversationId: id, templateId, variables: filled });
    expect(await newest(id)).toMatchObject({
      ...{ id: messageId, author: "staff", status: "queued" },
      body: "שלום נועה, יש לנו דירת גן בחולון. להסרה: הסר",
      content: { kind: "template", variables: { "1": "נועה", "2": "דירת גן בחולון" } },
    });
    expect(await getConversation(staff(), id)).toMatchObject({ mode: "human", handover: "staff_wrote" });
    expect((await listConversations(staff(), { q: "דירת גן" })).items).toMatchObject([{ id }]);
    const { sent, sender } = carrier();
    await handOver(business.ctx, messageId ?? "", sender, signal);
    expect(sent).toMatchObject([
      { to: from, template: { providerId: carriedTemplate().providerId, variables: { "2": "דירת גן בחולון" } } },
    ]);
  });

  it("is one message, however often it is sent", async () => {
    const { we_missed_you: templateId = "" } = await withTemplates(business);
    const { id, customerId } = await longAgo();
    await consent(customerId, "granted");
    const once = { conversationId: id, templateId, variables: filled, onceKey: "the-same-one" };
    await sendTemplate(staff(), once);
    expect(await sendTemplate(staff(), once)).toEqual({ messageId: null });
    expect((await getThread(staff(), { conversationId: id })).items).toHaveLength(2);
  });

  it("needs all that is to be filled in", async () => {
    const { we_missed_you: templateId = "" } = await withTemplates(business);
    const { id, customerId } = await longAgo();
    await consent(customerId, "granted");
    const empty = { conversationId: id, templateId, variables: { "1": "נועה", "2": " \u202e " } };
    await expect(sendTemplate(staff(), empty)).rejects.toMatchObject({
      code: "invalid",
      details: [{ path: "variables.2" }],
    });
  });

  it("is never one that WhatsApp has not approved, or has no more, or that goes by SMS", async () => {
    const templates = [
      carriedTemplate({ name: "pending", providerId: "HX2", approval: "pending" }),
      carriedTemplate({ name: "gone", providerId: "HX3" }),
      carriedTemplate({ name: "fine", providerId: "HX4", category: "utility" }),
    ];
    const ids = await withTemplates(business, templates);
    await keepTemplates(
      business.ctx,
      templates.filter(({ name }) => name !== "gone"),
    );
    const { id } = await longAgo();
    for (const name of ["pending", "gone"]) {
      const sending = sendTemplate(staff(), { conversationId: id, templateId: ids[name] ?? "", variables: filled });
      await expect(sending, name).rejects.toMatchObject({ code: "rule" });
    }
    const sms = await longAgo("שלום", "sms");
    const sending = sendTemplate(staff(), { conversationId: sms.id, templateId: ids.fine ?? "", variables: filled });
    await expect(sending).rejects.toMatchObject({ code: "rule" });
  });

  it.each([
    ["refused", "utility", "הלקוח ביקש לא לקבל"],
    ["refused", "marketing", "הלקוח ביקש לא לקבל"],
    ["unknown", "marketing", "לא נרשמה הסכמה"],
  ] as const)("does not go to who has %s, when it is %s", async (marketing, category, sentence) => {
    const ids = await withTemplates(business, [carriedTemplate({ category })]);
    const { id, customerId } = await longAgo();
    await consent(customerId, marketing);
    const sending = sendTemplate(staff(), {
      conversationId: id,
      templateId: ids.we_missed_you ?? "",
      variables: filled,
    });
    await expect(sending).rejects.toMatchObject({ code: "rule", messageHe: expect.stringContaining(sentence) });
  });

  it("is held back when the customer opts out between the queue and the carrier, and is not tried again", async () => {
    const { we_missed_you: templateId = "" } = await withTemplates(business);
    const { id, customerId } = await longAgo();
    await consent(customerId, "granted");
    const { messageId } = await sendTemplate(staff(), { conversationId: id, templateId, variables: filled });
    await consent(customerId, "refused");
    const { sent, sender } = carrier();
    await handOver(business.ctx, messageId ?? "", sender, signal);
    expect(sent).toEqual([]);
    expect(await newest(id)).toMatchObject({ status: "failed", errorCode: "opted_out" });
    await expect(retryMessage(staff(), messageId ?? "")).rejects.toMatchObject({ code: "rule" });
  });

  it("that the carrier has already is known as sent, whatever the customer wrote since; one it has not is not sent", async () => {
    const { we_missed_you: templateId = "" } = await withTemplates(business);
    const outcomes = [];
    for (const taken of [true, false]) {
      const { id, customerId } = await longAgo();
      await consent(customerId, "granted");
      const { messageId } = await sendTemplate(staff(), { conversationId: id, templateId, variables: filled });
      // Somebody died while handing it over.
      await database.owner`update message set status = 'sending', sending_since = now() where id = ${messageId}`;
      await consent(customerId, "refused");
      const { sent, sender } = carrier();
      const found = { ...sender, findSent: async () => (taken ? { providerId: `SM-${messageId}` } : null) };
      await handOver(business.ctx, messageId ?? "", found, signal);
      expect(sent).toEqual([]);
      const { status, errorCode } = (await newest(id)) ?? {};
      outcomes.push([status, errorCode]);
    }
    expect(outcomes).toEqual([
      ["sent", null],
      ["failed", "opted_out"],
    ]);
  });
});

describe("הסר", () => {
  it("is kept the moment it comes and confirmed, also where a person answers", async () => {
    const { id, from, customerId } = await longAgo();
    await database.owner`update conversation set mode = 'human' where id = ${id}`;
    await consent(customerId, "granted");
    const optOut = (channel: "sms" | "whatsapp") =>
      receiveMessage(business.ctx, {
        ...{ channel, carrier: "twilio", providerId: `SM${crypto.randomUUID()}`, from, profileName: null },
        ...{ body: "הסר", content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
      });
    await optOut("sms");
    const [row] = await database.owner`select marketing, marketing_source from customer where id = ${customerId}`;
    expect(row).toMatchObject({ marketing: "refused", marketing_source: expect.stringContaining("message:") });
    const audited = await database.owner`
      select after from audit_entry where subject_id = ${customerId} and action = 'customer.marketing'`;
    expect(audited).toMatchObject([{ after: { marketing: "refused" } }]);
    await optOut("whatsapp");
    await openAnswer(business.ctx, id);
    expect(await newest(id)).toMatchObject({ author: "system", body: expect.stringContaining("הוסרתם") });
  });
});
