/** Every verb of messages and orders, asked by one business about the rows of another. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerByPhone } from "../customers/customer-by-phone.ts";
import { setMarketingConsent } from "../customers/set-marketing-consent.ts";
import { advanceMessage } from "../messaging/advance-message.ts";
import { getFile } from "../messaging/attachments/get-file.ts";
import { keepUpload } from "../messaging/attachments/keep-upload.ts";
import { changeConversation } from "../messaging/change-conversation.ts";
import { deleteMessage, reactToMessage } from "../messaging/change-message.ts";
import { failMessage, handOver } from "../messaging/hand-over.ts";
import { keepOwnMessage } from "../messaging/keep-own-message.ts";
import { countUnread, getConversation, getThread, listConversations } from "../messaging/list-conversations.ts";
import { listMessages } from "../messaging/list-messages.ts";
import { openAnswer } from "../messaging/open-answer.ts";
import { hasWrittenWith, newlyRead, nextToSend, quoted, wasReported } from "../messaging/outbox.ts";
import { receiveMessage } from "../messaging/receive-message.ts";
import { sendTo } from "../messaging/send-to.ts";
import { whatsappStatus } from "../messaging/whatsapp-status.ts";
import { retryMessage, writeMessage } from "../messaging/write-message.ts";
import { archiveOrder, createOrder } from "../ordering/create-order.ts";
import { createProduct } from "../ordering/create-product.ts";
import { countNewOrders, getOrder, listOrders } from "../ordering/list-orders.ts";
import { getProduct, listCategories, listProducts } from "../ordering/list-products.ts";
import { moveOrder } from "../ordering/move-order.ts";
import { archiveProduct, updateProduct } from "../ordering/update-product.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { type MessageSample, messageSampleOf } from "../testing/sample-messages.ts";
import { fromPhone, PHONE_SAMPLE, phoneSampleOf } from "../testing/sample-phone.ts";
import { chooseWhatsappProvider } from "../whatsapp/choose-provider.ts";
import { connectWhatsapp, disconnectWhatsapp } from "../whatsapp/connect.ts";
import { arrivals, dropArrival, readCreds, readKeys, readSentContent } from "../whatsapp/device.ts";
import { getWhatsapp } from "../whatsapp/get-whatsapp.ts";
import { forBusiness } from "./tenant.ts";

let database: TestDatabase;
let ours: TestBusiness;
let theirs: TestBusiness;
let hidden: MessageSample;
let customerId: string;
let before: unknown;
beforeAll(async () => {
  database = await testDatabase();
  ours = await testBusiness("שלנו");
  theirs = await testBusiness("שלהם");
  hidden = await messageSampleOf(theirs, attachmentOf);
  const [row] = await database.owner`select customer_id from conversation where id = ${hidden.conversationId}`;
  customerId = row?.customer_id;
  await phoneSampleOf(theirs, hidden.address);
  before = await everythingOfTheirs();
});
afterAll(() => database.drop());

async function attachmentOf(conversationId: string): Promise<string> {
  const [row] = await database.owner`
    select a.id from attachment a join message m on m.id = a.message_id where m.conversation_id = ${conversationId}`;
  return row?.id;
}

const owner = () => ours.as("owner");

const asks: Record<string, () => Promise<unknown>> = {
  listConversations: async () => (await listConversations(owner(), {})).items,
  "listConversations, searched": async () => (await listConversations(owner(), { q: "תמרים" })).items,
  "listConversations, by their number": async () => (await listConversations(owner(), { q: hidden.address })).items,
  listMessages: async () => (await listMessages(owner(), {})).items,
  "listMessages, of their number": async () => (await listMessages(owner(), { phone: hidden.address })).items,
  listProducts: async () => (await listProducts(owner(), {})).items,
  listCategories: () => listCategories(owner()),
  listOrders: async () => (await listOrders(owner(), {})).items,
  "listOrders, searched": async () => (await listOrders(owner(), { q: "תמרים" })).items,
  "listOrders, of their customer": async () => (await listOrders(owner(), { customerId })).items,
};

const reaches: Record<string, () => Promise<unknown>> = {
  getConversation: () => getConversation(owner(), hidden.conversationId),
  getThread: () => getThread(owner(), { conversationId: hidden.conversationId }),
  changeConversation: () => changeConversation(owner(), { conversationId: hidden.conversationId, state: "closed" }),
  writeMessage: () => writeMessage(owner(), { conversationId: hidden.conversationId, body: "שלנו" }),
  retryMessage: () => retryMessage(owner(), hidden.messageId),
  getFile: () => getFile(owner(), hidden.attachmentId),
  getProduct: () => getProduct(owner(), hidden.productId),
  updateProduct: () => updateProduct(owner(), { productId: hidden.productId, price: 1 }),
  archiveProduct: () => archiveProduct(owner(), hidden.productId),
  "createProduct, with their picture": () =>
    createProduct(owner(), { name: "שלנו", price: 1, imageId: hidden.attachmentId }),
  getOrder: () => getOrder(owner(), hidden.orderId),
  moveOrder: () => moveOrder(owner(), { orderId: hidden.orderId, status: "cancelled" }),
  archiveOrder: () => archiveOrder(owner(), hidden.orderId),
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

  it("their open window is not ours, nor is their number", async () => {
    await expect(sendTo(owner(), { to: hidden.address, body: "שלום" })).rejects.toMatchObject({ code: "rule" });
    await database.owner`update business set whatsapp_number = '+972555000001' where id = ${theirs.id}`;
    expect(await whatsappStatus(owner())).toEqual({ provider: "twilio", state: "STOPPED", number: null });
    await database.owner`update business set whatsapp_number = null where id = ${theirs.id}`;
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

  it("a job of ours about their conversation or message does nothing", async () => {
    const never = () => Promise.reject(new Error("nothing is to be sent"));
    await handOver(
      ours.ctx,
      hidden.messageId,
      { carrier: "twilio", send: never, findSent: never },
      AbortSignal.timeout(1000),
    );
    await failMessage(ours.ctx, hidden.messageId, "unreachable");
    expect(await openAnswer(ours.ctx, hidden.conversationId)).toBeNull();
    const [row] = await database.owner`select provider_id from message where id = ${hidden.messageId}`;
    await advanceMessage(ours.ctx, {
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
    expect(await readSentContent(ours.ctx, PHONE_SAMPLE.sent)).toBeNull();
    expect(await nextToSend(ours.ctx, [])).toBeNull();
    expect(await hasWrittenWith(ours.ctx, hidden.address)).toBe(false);
    expect(await wasReported(ours.ctx, PHONE_SAMPLE.message)).toBe(false);
    expect(await quoted(ours.ctx, PHONE_SAMPLE.message)).toBeNull();
    expect(await newlyRead(ours.ctx)).toEqual([]);
    const at = { carrier: "baileys", providerId: PHONE_SAMPLE.message } as const;
    await reactToMessage(ours.ctx, at, { by: "customer", emoji: "👍" });
    await deleteMessage(ours.ctx, at);
    await keepOwnMessage(ours.ctx, fromPhone("+972541111113", PHONE_SAMPLE.message));
  });

  it("and after all of it, everything of theirs is as it was", async () => {
    expect(await everythingOfTheirs()).toEqual(before);
  });
});

/** So that a verb that is added is also asked here. */
it("no verb has been forgotten", () => {
  const self = readFileSync(import.meta.filename, "utf8");
  const verbs = ["messaging", "messaging/attachments", "ordering", "whatsapp"]
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
    "early_status",
    "whatsapp_session",
    "whatsapp_key",
    "whatsapp_arrival",
    "whatsapp_sent",
    "product",
    "cart",
    "order",
    "order_item",
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
