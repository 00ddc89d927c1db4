/** One of everything that comes of messages, made by the verbs that make it in the product. */
import { randomInt } from "node:crypto";
import { answerConversation } from "../agent/answer-conversation.ts";
import { createBroadcast } from "../broadcasts/create-broadcast.ts";
import { advanceMessages } from "../messaging/advance-message.ts";
import { addCannedReply } from "../messaging/canned-replies.ts";
import { listConversations } from "../messaging/list-conversations.ts";
import { receiveMessage } from "../messaging/receive-message.ts";
import { writeMessage } from "../messaging/write-message.ts";
import { createProduct } from "../ordering/create-product.ts";
import { listOrders } from "../ordering/list-orders.ts";
import { carriedTemplate, withTemplates } from "../templates/testing/templates.ts";
import type { TestBusiness } from "./business.ts";

export interface MessageSample {
  address: string;
  conversationId: string;
  messageId: string;
  attachmentId: string;
  productId: string;
  orderId: string;
  templateId: string;
  broadcastId: string;
  replyId: string;
}

/** A customer who has written, sent a picture, ordered and is on the way to be sent a broadcast. `file`: the attachment's id, as the database has it. */
export async function messageSampleOf(
  business: TestBusiness,
  file: (conversationId: string) => Promise<string>,
): Promise<MessageSample> {
  const address = `+97258${randomInt(1_000_000, 9_999_999)}`;
  const product = await createProduct(business.as("owner"), {
    ...{ name: "תמרים מג׳הול", category: "תמרים", price: 40, stock: 9 },
  });
  const write = (body: string) => receiveMessage(business.ctx, inbound(address, body));
  await write("1 x 2");
  const [found] = (await listConversations(business.as("owner"), { q: address })).items;
  const conversationId = found?.id ?? "";
  const answer = () => answerConversation(null, { businessId: business.id, conversationId }, AbortSignal.timeout(5000));
  await answer();
  for (const body of ["לבצע הזמנה", "כן"]) {
    await write(body);
    await answer();
  }
  const [order] = (await listOrders(business.as("owner"), {})).items;
  await receiveMessage(business.ctx, {
    ...inbound(address, "הנה תמונה של התמרים"),
    attachments: [
      {
        ...{ kind: "image", contentType: "image/png", fileName: "", sizeBytes: null, durationMs: null },
        source: { carrier: "twilio", url: "https://api.twilio.com/media" },
      },
    ],
  });
  const { messageId } = await writeMessage(business.as("owner"), { conversationId, body: "תודה על ההזמנה" });
  const reply = await addCannedReply(business.as("owner"), { title: "שעות", body: "עד 18:00" });
  const early = { carrier: "twilio", providerId: `SM${crypto.randomUUID()}`, status: "sent", errorCode: null } as const;
  await advanceMessages(business.ctx, early);
  const { we_missed_you: templateId = "" } = await withTemplates(business, [carriedTemplate({ category: "utility" })]);
  const broadcast = await createBroadcast(business.as("owner"), {
    ...{ name: "לחגים", templateId, variables: { "1": "{{name}}", "2": "תמרים" } },
    audience: { kind: "list", text: address },
  });
  return {
    ...{ templateId, broadcastId: broadcast.id },
    ...{ address, conversationId, messageId: messageId ?? "", attachmentId: await file(conversationId) },
    ...{ productId: product.id, orderId: order?.id ?? "", replyId: reply.id },
  };
}

function inbound(from: string, body: string): Parameters<typeof receiveMessage>[1] {
  return {
    ...{
      channel: "whatsapp",
      carrier: "twilio",
      providerId: `SM${crypto.randomUUID()}`,
      from,
      profileName: "נועה",
      body,
    },
    ...{ content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
  };
}
