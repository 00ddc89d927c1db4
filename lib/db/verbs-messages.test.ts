/** Every verb of messages, templates, broadcasts, orders and payments, asked by one business about the rows of another. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceBroadcast } from "../broadcasts/advance-broadcast.ts";
import { createBroadcast } from "../broadcasts/create-broadcast.ts";
import { giveUpBroadcast } from "../broadcasts/give-up-broadcast.ts";
import { getBroadcast, listAudienceTags, listBroadcasts, listRecipients } from "../broadcasts/list-broadcasts.ts";
import { requireTemplates } from "../broadcasts/planned.ts";
import { previewBroadcast } from "../broadcasts/preview-broadcast.ts";
import { stopBroadcast } from "../broadcasts/stop-broadcast.ts";
import { customerByPhone } from "../customers/customer-by-phone.ts";
import { setMarketingConsent } from "../customers/set-marketing-consent.ts";
import { advanceMessages } from "../messaging/advance-message.ts";
import { getFile } from "../messaging/attachments/get-file.ts";
import { keepUpload } from "../messaging/attachments/keep-upload.ts";
import {
  addCannedReply,
  changeCannedReply,
  listCannedReplies,
  removeCannedReply,
} from "../messaging/canned-replies.ts";
import { changeConversation } from "../messaging/change-conversation.ts";
import { deleteMessage, editMessage, reactToMessage } from "../messaging/change-message.ts";
import { getTimeline } from "../messaging/get-timeline.ts";
import { failMessage, handOver } from "../messaging/hand-over.ts";
import { keepOwnMessage } from "../messaging/keep-own-message.ts";
import { countUnread, getConversation, getThread, listConversations } from "../messaging/list-conversations.ts";
import { listMessages } from "../messaging/list-messages.ts";
import { listAnsweringStaff } from "../messaging/list-staff.ts";
import { openAnswer } from "../messaging/open-answer.ts";
import { hasWrittenWith, newlyRead, nextToSend, quoted, wasReported } from "../messaging/outbox.ts";
import { receiveMessage } from "../messaging/receive-message.ts";
import { sendTo } from "../messaging/send-to.ts";
import { theConversation } from "../messaging/the-conversation.ts";
import { whatsappStatus } from "../messaging/whatsapp-status.ts";
import { retryMessage, writeMessage } from "../messaging/write-message.ts";
import { askForPayment } from "../ordering/ask-for-payment.ts";
import { archiveOrder, createOrder } from "../ordering/create-order.ts";
import { createProduct } from "../ordering/create-product.ts";
import { countNewOrders, getOrder, listOrders } from "../ordering/list-orders.ts";
import { getProduct, listCategories, listProducts } from "../ordering/list-products.ts";
import { moveOrder } from "../ordering/move-order.ts";
import { archiveProduct, updateProduct } from "../ordering/update-product.ts";
import { askProvider } from "../payments/ask-provider.ts";
import { collectFrom } from "../payments/collect.ts";
import { createPayment } from "../payments/create-payment.ts";
import { listGateways } from "../payments/list-gateways.ts";
import { saveGateway } from "../payments/save-gateway.ts";
import { settlePayment } from "../payments/settle-payment.ts";
import { carriesTemplates } from "../templates/carries-templates.ts";
import { keepTemplates } from "../templates/keep-templates.ts";
import { listTemplates } from "../templates/list-templates.ts";
import { refreshTemplates } from "../templates/refresh-templates.ts";
import { sendTemplate } from "../templates/send-template.ts";
import { carriedTemplate } from "../templates/testing/templates.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { type MessageSample, messageSampleOf } from "../testing/sample-messages.ts";
import { type PaymentSample, paymentSampleOf } from "../testing/sample-payments.ts";
import { fromPhone, PHONE_SAMPLE, phoneSampleOf } from "../testing/sample-phone.ts";
import { chooseWhatsappProvider } from "../whatsapp/choose-provider.ts";
import { connectWhatsapp, disconnectWhatsapp } from "../whatsapp/connect.ts";
import { arrivals, dropArrival, readCreds, readKeys, readSentContent } from "../whatsapp/device.ts";
import { failArrival } from "../whatsapp/fail-arrival.ts";
import { getWhatsapp } from "../whatsapp/get-whatsapp.ts";
import { tellHiddenNumber } from "../whatsapp/tell-hidden-number.ts";
import { forBusiness } from "./tenant.ts";

let database: TestDatabase;
let ours: TestBusiness;
let theirs: TestBusiness;
let hidden: MessageSample;
let paid: PaymentSample;
let customerId: string;
let before: unknown;
beforeAll(async () => {
  database = await testDatabase();
  ours = await testBusiness("שלנו");
  theirs = await testBusiness("שלהם");
  hidden = await messageSampleOf(theirs, attachmentOf);
  const [row] = await database.owner`select customer_id from conversation where id = ${hidden.conversationId}`;
  customerId = row?.customer_id;
  await database.owner`update customer set tags = '{שלהם}' where id = ${customerId}`;
  await changeConversation(theirs.as("owner"), { conversationId: hidden.conversationId, tags: ["סודי"] });
  await phoneSampleOf(theirs, hidden.address);
  paid = await paymentSampleOf(theirs, hidden.orderId);
  before = await everythingOfTheirs();
});
afterAll(() => database.drop());

async function attachmentOf(conversationId: string): Promise<string> {
  const [row] = await database.owner`
    select a.id from attachment a join message m on m.id = a.message_id where m.conversation_id = ${conversationId}`;
  return row?.id;
}

const owner = () => ours.as("owner");
const toTheirs = () => ({
  ...{ name: "שלהם", templateId: hidden.templateId, variables: { "1": "א", "2": "ב" } },
  audience: { kind: "list" as const, text: hidden.address },
});

const asks: Record<string, () => Promise<unknown>> = {
  listConversations: async () => (await listConversations(owner(), {})).items,
  "listConversations, searched": async () => (await listConversations(owner(), { q: "תמרים" })).items,
  "listConversations, by their number": async () => (await listConversations(owner(), { q: hidden.address })).items,
  listMessages: async () => (await listMessages(owner(), {})).items,
  "listMessages, of their number": async () => (await listMessages(owner(), { phone: hidden.address })).items,
  listTemplates: async () => (await listTemplates(owner())).items,
  listBroadcasts: async () => (await listBroadcasts(owner(), {})).items,
  listAudienceTags: () => listAudienceTags(owner()),
  "listConversations, by their tag": async () => (await listConversations(owner(), { tag: "סודי" })).items,
  listCannedReplies: () => listCannedReplies(owner()),
  listProducts: async () => (await listProducts(owner(), {})).items,
  listCategories: () => listCategories(owner()),
  listOrders: async () => (await listOrders(owner(), {})).items,
  "listOrders, searched": async () => (await listOrders(owner(), { q: "תמרים" })).items,
  "listOrders, of their customer": async () => (await listOrders(owner(), { customerId })).items,
};

const reaches: Record<string, () => Promise<unknown>> = {
  getConversation: () => getConversation(owner(), hidden.conversationId),
  getThread: () => getThread(owner(), { conversationId: hidden.conversationId }),
  getTimeline: () => getTimeline(owner(), { conversationId: hidden.conversationId }),
  changeCannedReply: () => changeCannedReply(owner(), hidden.replyId, { title: "שלנו", body: "אחרת" }),
  removeCannedReply: () => removeCannedReply(owner(), hidden.replyId),
  changeConversation: () => changeConversation(owner(), { conversationId: hidden.conversationId, state: "closed" }),
  writeMessage: () => writeMessage(owner(), { conversationId: hidden.conversationId, body: "שלנו" }),
  retryMessage: () => retryMessage(owner(), hidden.messageId),
  sendTemplate: () => sendTemplate(owner(), { conversationId: hidden.conversationId, templateId: hidden.templateId }),
  getBroadcast: () => getBroadcast(owner(), hidden.broadcastId),
  listRecipients: () => listRecipients(owner(), { broadcastId: hidden.broadcastId }),
  stopBroadcast: () => stopBroadcast(owner(), hidden.broadcastId),
  getFile: () => getFile(owner(), hidden.attachmentId),
  getProduct: () => getProduct(owner(), hidden.productId),
  updateProduct: () => updateProduct(owner(), { productId: hidden.productId, price: 1 }),
  archiveProduct: () => archiveProduct(owner(), hidden.productId),
  "createProduct, with their picture": () =>
    createProduct(owner(), { name: "שלנו", price: 1, imageId: hidden.attachmentId }),
  getOrder: () => getOrder(owner(), hidden.orderId),
  moveOrder: () => moveOrder(owner(), { orderId: hidden.orderId, status: "cancelled" }),
  archiveOrder: () => archiveOrder(owner(), hidden.orderId),
  askForPayment: () => askForPayment(owner(), hidden.orderId),
  "createPayment, in their name": () =>
    createPayment(owner(), { businessId: theirs.id, amount: 1, description: "שלנו" }),
  "createPayment, for their customer": () => createPayment(owner(), { customerId, amount: 1, description: "שלנו" }),
  askProvider: () => askProvider(ours.ctx, paid.id, { hint: null, collect: true }, AbortSignal.timeout(1000)),
  settlePayment: () => settlePayment(ours.ctx, paid.id, []),
  "createOrder, for their customer": () =>
    createOrder(owner(), { customerId, items: [{ productId: hidden.productId, quantity: 1 }] }),
};

describe("asked by another business", () => {
  it.each(Object.keys(asks))("%s: shows nothing", async (name) => {
    expect(await asks[name]?.()).toEqual([]);
  });

  it.each(Object.keys(reaches))("%s: not found", async (name) => {
    await expect(reaches[name]?.()).rejects.toMatchObject({ code: "not_found" });
  });

  it("their product cannot be ordered here, and their new orders are not counted", async () => {
    expect(await countNewOrders(owner())).toBe(0);
    const { id } = await forBusiness(ours.ctx, (tx) => customerByPhone(tx, ours.ctx, "+972541111112"));
    const items = [{ productId: hidden.productId, quantity: 1 }];
    await expect(createOrder(owner(), { customerId: id, items })).rejects.toMatchObject({ code: "rule" });
  });

  it("their people are not ours, and nobody of theirs can be on a conversation of ours", async () => {
    expect(await listAnsweringStaff(owner())).toEqual([{ id: ours.owner.id, name: "דנה לוי" }]);
    const made = await forBusiness(ours.ctx, (tx) => theConversation(tx, ours.ctx, "sms", "+972541111119"));
    const stranger = { conversationId: made.conversation.id, assigneeId: theirs.owner.id };
    await expect(changeConversation(owner(), stranger)).rejects.toMatchObject({ code: "invalid" });
    await addCannedReply(owner(), { title: "שעות", body: "שלנו" });
    await changeConversation(owner(), { conversationId: made.conversation.id, state: "closed" });
  });

  it("their open window is not ours, nor is their number", async () => {
    await expect(sendTo(owner(), { to: hidden.address, body: "שלום" })).rejects.toMatchObject({ code: "rule" });
    await database.owner`update business set whatsapp_number = '+972555000001' where id = ${theirs.id}`;
    expect(await whatsappStatus(owner())).toEqual({ provider: "twilio", state: "STOPPED", number: null });
    await database.owner`update business set whatsapp_number = null where id = ${theirs.id}`;
  });

  it("their template cannot be sent by us, nor their customers be written to or counted", async () => {
    expect(await carriesTemplates(ours.ctx)).toBe(false);
    await expect(requireTemplates(ours.ctx)).rejects.toMatchObject({ code: "rule" });
    await database.owner`update business set whatsapp_number = ${ours.number} where id = ${ours.id}`;
    await expect(createBroadcast(owner(), toTheirs())).rejects.toMatchObject({ code: "not_found" });
    await expect(previewBroadcast(owner(), toTheirs())).rejects.toMatchObject({ code: "not_found" });
    const list = async () => [carriedTemplate({ body: "שלנו {{1}} {{2}}", category: "utility" })];
    const { items } = await refreshTemplates(owner(), { list });
    expect(items.map(({ id }) => id)).not.toContain(hidden.templateId);
    const own = { ...toTheirs(), templateId: items[0]?.id ?? "", variables: { "1": "{{name}}", "2": "ב" } };
    expect(await previewBroadcast(owner(), own)).toMatchObject({ reached: 0, skipped: [{ reason: "no_name" }] });
    const tagged = { ...own, audience: { kind: "tag" as const, tag: "שלהם" } };
    expect(await previewBroadcast(owner(), tagged)).toMatchObject({ reached: 0, skipped: [] });
    await keepTemplates(ours.ctx, []);
    await database.owner`update business set whatsapp_number = null where id = ${ours.id}`;
  });

  it("their gateways are not ours, nor is what we set up theirs", async () => {
    const none = { enabled: true, keysHint: null };
    expect((await listGateways(owner())).gateways).toEqual([
      { provider: "tranzila", ...none },
      { provider: "paypal", ...none },
    ]);
    await saveGateway(owner(), { provider: "paypal", enabled: false });
  });

  it("their unread are not ours, and their file cannot be sent by us", async () => {
    expect(await countUnread(owner())).toBe(0);
    await receiveMessage(ours.ctx, {
      ...{ channel: "sms", carrier: "twilio", providerId: "SM-ours", from: "+972541111111", profileName: null },
      ...{ body: "שלום", content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
    });
    const [own] = (await listConversations(owner(), {})).items;
    const foreign = { conversationId: own?.id ?? "", attachmentIds: [hidden.attachmentId] };
    await expect(writeMessage(owner(), foreign)).rejects.toMatchObject({ code: "invalid" });
    const upload = await keepUpload(owner(), new File(["שלום"], "a.txt"));
    await expect(getFile(theirs.as("owner"), upload.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("their payment is not collected by us", async () => {
    const never = () => Promise.reject(new Error("nobody is to be asked"));
    const provider = { check: never, createLink: never, confirm: never, collect: never };
    await collectFrom(ours.ctx, paid.id, "O1", provider, AbortSignal.timeout(1000));
  });

  it("a job of ours about their conversation or message does nothing", async () => {
    const never = () => Promise.reject(new Error("nothing is to be sent"));
    await handOver(
      ours.ctx,
      hidden.messageId,
      { carrier: "twilio", send: never, findSent: never },
      AbortSignal.timeout(1000),
    );
    await failMessage(ours.ctx, hidden.messageId, "unreachable");
    await advanceBroadcast(ours.ctx, hidden.broadcastId, new Date(Date.now() + 3_600_000));
    await giveUpBroadcast(ours.ctx, hidden.broadcastId);
    expect(await openAnswer(ours.ctx, hidden.conversationId)).toBeNull();
    const [row] = await database.owner`select provider_id from message where id = ${hidden.messageId}`;
    await advanceMessages(ours.ctx, {
      carrier: "twilio",
      providerId: row?.provider_id ?? "SM-none",
      status: "read",
      errorCode: null,
    });
    await forBusiness(ours.ctx, (tx) => setMarketingConsent(tx, ours.ctx, customerId, "refused", "test"));
  });

  it("their paired phone is neither ours to see nor to change, nor is what it carries", async () => {
    expect(await getWhatsapp(owner())).toMatchObject({ provider: "twilio", state: "STOPPED", number: null });
    await expect(connectWhatsapp(owner(), {})).rejects.toMatchObject({ code: "rule" });
    await disconnectWhatsapp(owner());
    await chooseWhatsappProvider(owner(), { provider: "baileys" });
    expect(await readCreds(ours.ctx)).toBeNull();
    expect(await readKeys(ours.ctx, "session", ["a"])).toEqual(new Map());
    expect(await arrivals(ours.ctx)).toEqual([]);
    await dropArrival(ours.ctx, PHONE_SAMPLE.arrival);
    const waiting = { providerId: PHONE_SAMPLE.arrival, person: "7@lid", name: null, writtenAt: new Date() };
    await tellHiddenNumber(ours.ctx, waiting);
    const failed = { providerId: PHONE_SAMPLE.arrival, since: new Date(), name: null };
    expect(await failArrival(ours.ctx, failed)).toBe(false);
    expect(await readSentContent(ours.ctx, PHONE_SAMPLE.sent)).toBeNull();
    expect(await nextToSend(ours.ctx, [])).toBeNull();
    expect(await hasWrittenWith(ours.ctx, hidden.address)).toBe(false);
    expect(await wasReported(ours.ctx, PHONE_SAMPLE.message)).toBe(false);
    expect(await quoted(ours.ctx, PHONE_SAMPLE.message)).toBeNull();
    expect(await newlyRead(ours.ctx)).toEqual([]);
    const at = { carrier: "baileys", providerId: PHONE_SAMPLE.message } as const;
    await reactToMessage(ours.ctx, at, { by: "customer", emoji: "👍" });
    for (const by of ["customer", "business"] as const) await deleteMessage(ours.ctx, at, { with: hidden.address, by });
    for (const by of ["customer", "business"] as const)
      await editMessage(ours.ctx, at, { with: hidden.address, by, body: "שלנו" });
    await keepOwnMessage(ours.ctx, fromPhone("+972541111113", PHONE_SAMPLE.message));
  });

  it("and after all of it, everything of theirs is as it was", async () => {
    expect(await everythingOfTheirs()).toEqual(before);
  });
});

/** So that a verb that is added is also asked here. */
it("no verb has been forgotten", () => {
  const self = readFileSync(import.meta.filename, "utf8");
  const verbs = ["messaging", "messaging/attachments", "templates", "broadcasts", "ordering", "payments", "whatsapp"]
    .flatMap((folder) => readdirSync(`lib/${folder}`).map((file) => `lib/${folder}/${file}`))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/export (?:async )?function\*? (\w+)\(\s*ctx: Context/g),
    ])
    .map(([, name]) => name ?? "");
  expect(verbs.length).toBeGreaterThan(15);
  // A file of ours as a carrier gets it: reads no row.
  expect(verbs.filter((name) => !self.includes(`${name}(`) && name !== "outgoingAttachment")).toEqual([]);
});

async function everythingOfTheirs() {
  const tables = [
    "conversation",
    "message",
    "attachment",
    "canned_reply",
    "early_status",
    "message_template",
    "broadcast",
    "broadcast_recipient",
    "whatsapp_session",
    "whatsapp_key",
    "whatsapp_arrival",
    "whatsapp_sent",
    "product",
    "cart",
    "order",
    "order_item",
    "gateway",
    "payment",
    "payment_page",
    "task",
    "counter",
    "customer",
  ];
  return Promise.all(
    tables.map(
      (table) =>
        database.owner`select * from ${database.owner(table)} where business_id = ${theirs.id} order by 1, 2, 3`,
    ),
  );
}
