/** What becomes of a message that the application has sent: it is told by status callbacks, as the settings have it. */
import { setTimeout as wait } from "node:timers/promises";
import { tellAbout } from "../exchange.ts";
import type { PhoneNetwork } from "../network.ts";
import type { DeliverySettings } from "./settings.ts";
import type { MessageStatus, NetworkMessage } from "./store.ts";

const OUTSIDE_WINDOW = 63016;

/** Resolves when every report was sent. */
export async function deliver(network: PhoneNetwork, message: NetworkMessage): Promise<void> {
  const settings = network.delivery;
  const closed = message.channel === "whatsapp" && !network.messages.windowIsOpen(message.to, message.from);
  message.errorCode = settings.failsWith ?? (closed ? OUTSIDE_WINDOW : null);
  const steps = stepsOf(message, settings);
  if (message.errorCode === null) message.status = steps.at(-1) ?? "sent";
  else message.status = message.errorCode === OUTSIDE_WINDOW ? "failed" : "undelivered";
  network.messages.changed();
  const { statusCallback } = message;
  if (statusCallback === null || settings.silent) return;
  for (const status of settings.reversed ? steps.toReversed() : steps) {
    await wait(settings.everyMs);
    const reports = Array.from({ length: settings.times }, () => report(network, message, statusCallback, status));
    await Promise.all(reports);
  }
}

function stepsOf({ errorCode, channel }: NetworkMessage, { reads }: DeliverySettings): MessageStatus[] {
  if (errorCode === OUTSIDE_WINDOW) return ["failed"];
  if (errorCode !== null) return ["sent", "undelivered"];
  return channel === "whatsapp" && reads ? ["queued", "sent", "delivered", "read"] : ["queued", "sent", "delivered"];
}

async function report(network: PhoneNetwork, message: NetworkMessage, url: string, status: MessageStatus) {
  const { exchange, requests } = network;
  const prefix = message.channel === "whatsapp" ? "whatsapp:" : "";
  const params: Record<string, string> = {
    AccountSid: exchange.accountSid,
    ApiVersion: "2010-04-01",
    From: prefix + message.from,
    To: prefix + message.to,
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: status,
    SmsStatus: status,
    ...(message.channel === "whatsapp"
      ? { ChannelPrefix: "whatsapp", ChannelToAddress: `+${message.to.slice(1, -4)}XXXX` }
      : {}),
    ...(status === "read" ? { EventType: "READ" } : {}),
    ...(status === "delivered" && message.channel === "sms" ? { RawDlrDoneDate: String(Date.now()).slice(0, 10) } : {}),
    ...((status === "failed" || status === "undelivered") && message.errorCode !== null
      ? { ErrorCode: String(message.errorCode) }
      : {}),
  };
  await tellAbout(exchange, requests, `message ${status}`, { url, method: "POST", params });
}
