/** Tells the application how a message stands: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
import { createHash } from "node:crypto";
import { writeAddress } from "./addresses.ts";
import { DELIVERY_ERRORS } from "./delivery-errors.ts";
import type { Message, OutboundStatus } from "./message.ts";
import type { Messaging } from "./messaging.ts";
import { postAbout } from "./webhooks.ts";

/** Sends a status as often as asked for, at once; resolves when every copy was answered or given up. */
export async function sendStatus(
  messaging: Messaging,
  message: Message,
  status: OutboundStatus,
  copies: number,
): Promise<void> {
  const url = message.statusCallback;
  if (!url) return;
  const params = statusParams(messaging, message, status);
  const webhook = { event: status, url, params };
  await Promise.all(Array.from({ length: copies }, () => postAbout(messaging, message, webhook)));
}

function statusParams({ accountSid }: Messaging, message: Message, status: OutboundStatus): Record<string, string> {
  return {
    ApiVersion: "2010-04-01",
    AccountSid: accountSid,
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: status,
    SmsStatus: status,
    From: writeAddress(message.from),
    To: writeAddress(message.to),
    ...(message.messagingServiceSid ? { MessagingServiceSid: message.messagingServiceSid } : {}),
    ...(message.to.channel === "whatsapp" ? whatsappParams(accountSid, message, status) : smsParams(status)),
    ...errorParams(message, status),
  };
}

function whatsappParams(accountSid: string, message: Message, status: OutboundStatus): Record<string, string> {
  if (status === "queued") return {};
  const channel = {
    ChannelInstallSid: `XE${createHash("md5").update(accountSid).digest("hex")}`,
    ChannelPrefix: "whatsapp",
    // The real one hides the end of the number, too.
    ChannelToAddress: message.to.number.replace(/\d{4}$/, "XXXX"),
  };
  if (status === "sent") return { ...channel, StructuredMessage: String(message.template !== null) };
  return { ...channel, EventType: status.toUpperCase() };
}

/** The carrier's receipt carries its own moment: YYMMDDhhmm. */
function smsParams(status: OutboundStatus): Record<string, string> {
  if (status !== "delivered" && status !== "undelivered") return {};
  return { RawDlrDoneDate: new Date().toISOString().replace(/\D/g, "").slice(2, 12) };
}

function errorParams(message: Message, status: OutboundStatus): Record<string, string> {
  if (message.errorCode === null || (status !== "failed" && status !== "undelivered")) return {};
  const text = DELIVERY_ERRORS[message.errorCode];
  const params: Record<string, string> = { ErrorCode: String(message.errorCode), ErrorMessage: text };
  return message.to.channel === "whatsapp" ? { ...params, ChannelStatusMessage: text } : params;
}
