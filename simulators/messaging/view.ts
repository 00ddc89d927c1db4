/** A conversation as the person has it on the phone, and what the application was told about each message. */

import type { Message, MessageStatus, WebhookRecord } from "./message.ts";
import { partiesOf } from "./message.ts";
import type { Messaging } from "./messaging.ts";
import type { Action } from "./render.ts";
import { mediumFileUrl } from "./rest-json.ts";

export interface SeenMessage {
  /** Its place among all that arrived anywhere; what comes later has a larger one. Null while it is on its way. */
  id: number | null;
  sid: string;
  by: "person" | "business";
  channel: "sms" | "whatsapp";
  /** The application's number. */
  number: string;
  body: string;
  media: { url: string; contentType: string }[];
  buttons: Action[];
  templateSid: string | null;
  /** Whether the person has it. */
  received: boolean;
  status: MessageStatus;
  errorCode: number | null;
  history: Message["history"];
  webhooks: WebhookRecord[];
}

export function seenMessage(messaging: Messaging, message: Message): SeenMessage {
  const { sender } = partiesOf(message);
  return {
    id: message.arrival,
    sid: message.sid,
    by: message.direction === "inbound" ? "person" : "business",
    channel: sender.channel,
    number: sender.number,
    body: message.body,
    media: message.media.map((medium) => ({ url: mediumFileUrl(messaging, medium), contentType: medium.contentType })),
    buttons: message.template?.buttons ?? [],
    templateSid: message.template?.sid ?? null,
    received: ["received", "delivered", "read"].includes(message.status),
    status: message.status,
    errorCode: message.errorCode,
    history: message.history,
    webhooks: message.webhooks,
  };
}
