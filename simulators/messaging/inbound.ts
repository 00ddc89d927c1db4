/** Somebody writes to the application: the number's webhook is told, and what it answers is sent. */
import { ApplicationError } from "../twilio/errors.ts";
import { RestError } from "../twilio/rest.ts";
import { writeAddress } from "./addresses.ts";
import { inboundParams, type Written } from "./inbound-params.ts";
import { newMedium } from "./media.ts";
import { type Message, newMessage, type WebhookRecord } from "./message.ts";
import type { Messaging } from "./messaging.ts";
import { sendMessage } from "./send.ts";
import { type Reply, readMessagingTwiml } from "./twiml.ts";
import { postAbout } from "./webhooks.ts";

/** A message that nobody can write: there is no such number, or the channel carries nothing like it. */
export class CannotWrite extends Error {}

// The words that Twilio obeys by itself.
const STOP = /^(stop|stopall|unsubscribe|cancel|end|quit)$/i;
const START = /^(start|yes|unstop)$/i;
const MAX_REDIRECTS = 10;

/** Delivers what a person wrote, `repeat` times at once; resolves when all of it was answered. Throws CannotWrite. */
export async function receiveMessage(messaging: Messaging, written: Written): Promise<Message> {
  const from = { channel: written.channel, number: written.from };
  const to = { channel: written.channel, number: written.to };
  const sender = messaging.senderOf(to);
  const [url, fallbackUrl] =
    written.channel === "whatsapp"
      ? [sender?.whatsappUrl, sender?.whatsappFallbackUrl]
      : [sender?.smsUrl, sender?.smsFallbackUrl];
  if (!url) throw new CannotWrite(`${writeAddress(to)} is not a number of this network's application`);
  if (written.channel === "whatsapp" && written.media.length > 1) throw new CannotWrite("WhatsApp carries one medium");
  const media = written.media.map(({ contentType, base64, servedAs }) =>
    newMedium({ contentType, servedAs, bytes: Buffer.from(base64, "base64") }),
  );
  const message = newMessage({
    direction: "inbound",
    from,
    to,
    body: written.body,
    media,
    template: null,
    messagingServiceSid: sender?.messagingService?.sid ?? null,
    status: "received",
  });
  messaging.messages.add(message);
  messaging.media.add(media, message.sid);
  messaging.messages.arrive(message);
  if (written.channel === "whatsapp") messaging.windows.opened(written.to, written.from);
  else obey(messaging, written);
  const params = inboundParams(messaging, message, written);
  const deliveries = Array.from({ length: written.repeat }, () =>
    ask(messaging, message, { url, fallbackUrl }, params),
  );
  message.settled = Promise.all(deliveries).then(() => undefined);
  await message.settled;
  return message;
}

function obey(messaging: Messaging, { from, body }: Written): void {
  if (STOP.test(body.trim())) messaging.people.set({ number: from, unsubscribed: true });
  if (START.test(body.trim())) messaging.people.set({ number: from, unsubscribed: false });
}

async function ask(
  messaging: Messaging,
  message: Message,
  { url, fallbackUrl }: { url: string; fallbackUrl: string | undefined },
  params: Record<string, string>,
  redirects = 0,
): Promise<void> {
  const { answer, record } = await postAbout(messaging, message, { event: "incoming", url, params });
  try {
    if (!answer) throw record.error;
    const { replies, redirect, warnings } = readMessagingTwiml(answer);
    if (warnings.length > 0)
      record.error = { code: 12200, message: `Schema validation warning: ${warnings.join(", ")}` };
    for (const reply of replies) answerWith(messaging, message, reply, record);
    if (redirect !== null && redirects < MAX_REDIRECTS) {
      const next = new URL(redirect, url).href;
      await ask(messaging, message, { url: next, fallbackUrl }, params, redirects + 1);
    }
  } catch (error) {
    if (error instanceof ApplicationError) record.error = { code: error.code, message: error.message };
    else if (error !== record.error) throw error;
    if (!fallbackUrl || !record.error) return;
    const trouble = { ErrorCode: String(record.error.code), ErrorUrl: url };
    await ask(messaging, message, { url: fallbackUrl, fallbackUrl: undefined }, { ...params, ...trouble }, redirects);
  }
}

/** A reply goes the way of any message; what is refused is written down where the application would look for it. */
function answerWith(messaging: Messaging, message: Message, reply: Reply, record: WebhookRecord): void {
  const form = new URLSearchParams({
    To: reply.To ?? writeAddress(message.from),
    From: reply.From ?? writeAddress(message.to),
    Body: reply.Body ?? "",
    ...(reply.StatusCallback ? { StatusCallback: new URL(reply.StatusCallback, record.url).href } : {}),
  });
  for (const url of reply.MediaUrl) form.append("MediaUrl", new URL(url, record.url).href);
  try {
    sendMessage(messaging, form, { direction: "outbound-reply" });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    record.error = { code: error.code, message: error.message };
  }
}
