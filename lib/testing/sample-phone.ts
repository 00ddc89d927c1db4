/** A paired phone as a process leaves it that has died: keys, what was opened and not received, what was sent. */
import { receiveMessage } from "../messaging/receive-message.ts";
import { chooseWhatsappProvider } from "../whatsapp/choose-provider.ts";
import { connectWhatsapp } from "../whatsapp/connect.ts";
import { keepSentContent, saveCreds, writeKeys } from "../whatsapp/device.ts";
import { letGo, takeHold } from "../whatsapp/hold.ts";
import type { TestBusiness } from "./business.ts";

/** The names under which WhatsApp knows what is there. */
export const PHONE_SAMPLE = { message: "3EB0MESSAGE", arrival: "3EB0ARRIVAL", sent: "3EB0SENT" } as const;

export async function phoneSampleOf(business: TestBusiness, customer: string): Promise<void> {
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
  await connectWhatsapp(business.as("owner"), {});
  const hold = await takeHold(business.id, crypto.randomUUID());
  if (hold === null) throw new Error("the session is held by somebody");
  await saveCreds(hold, Buffer.from("{}"));
  const arrival = { providerId: PHONE_SAMPLE.arrival, value: Buffer.from("{}") };
  await writeKeys(hold, [{ type: "session", name: "a", value: Buffer.of(1) }], arrival);
  await keepSentContent(hold, PHONE_SAMPLE.sent, Buffer.of(1));
  await letGo(hold);
  await receiveMessage(business.ctx, fromPhone(customer, PHONE_SAMPLE.message));
}

/** A message as a paired phone brings it. */
export function fromPhone(from: string, providerId: string): Parameters<typeof receiveMessage>[1] {
  return {
    ...{ channel: "whatsapp", carrier: "baileys", providerId, from, profileName: null, body: "מהטלפון" },
    ...{ content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
  };
}
