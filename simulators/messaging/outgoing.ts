/** What the application wants sent, checked as Twilio checks it: https://www.twilio.com/docs/messaging/api/message-resource */
import { z } from "zod";
import { RestError } from "../twilio/rest.ts";
import { type Address, parseAddress } from "./addresses.ts";
import type { Messaging } from "./messaging.ts";
import { type RenderedTemplate, renderTemplate } from "./render.ts";
import type { Template } from "./templates.ts";

export interface Outgoing {
  from: Address;
  to: Address;
  body: string;
  mediaUrls: string[];
  template: { template: Template; rendered: RenderedTemplate } | null;
  messagingServiceSid: string | null;
  statusCallback: string | undefined;
}

const MAX_CHARACTERS = 1600;
const MAX_MEDIA = { sms: 10, whatsapp: 1 } as const;

/** Reads the form of a new message. Throws RestError with Twilio's own code. */
export function readOutgoing(messaging: Messaging, form: URLSearchParams): Outgoing {
  const to = recipientOf(form);
  const messagingServiceSid = form.get("MessagingServiceSid") || null;
  const from = senderOf(messaging, form, to, messagingServiceSid);
  const template = templateOf(messaging, form);
  const body = template?.rendered.body ?? form.get("Body") ?? "";
  const mediaUrls = template ? template.rendered.mediaUrls : form.getAll("MediaUrl").filter(Boolean);
  if (!body && mediaUrls.length === 0) refuse(21619, "A text message body or media urls must be specified.");
  if (body.length > MAX_CHARACTERS)
    refuse(21617, `The concatenated message body exceeds the ${MAX_CHARACTERS} character limit`);
  if (mediaUrls.length > MAX_MEDIA[to.channel]) refuse(21623, "Number of media files exceeds allowed limit");
  for (const url of mediaUrls) if (!isWebAddress(url)) refuse(21620, `Invalid media URL(s): ${url}`);
  const statusCallback = form.get("StatusCallback") || undefined;
  if (statusCallback && !isWebAddress(statusCallback))
    refuse(21609, `The StatusCallback URL ${statusCallback} is not a valid URL.`);
  if (to.channel === "sms" && messaging.people.behaviourOf(to.number).unsubscribed)
    refuse(21610, "Attempt to send to unsubscribed recipient");
  return { from, to, body, mediaUrls, template, messagingServiceSid, statusCallback };
}

function recipientOf(form: URLSearchParams): Address {
  const to = form.get("To");
  if (!to) refuse(21604, "A 'To' phone number is required.");
  return parseAddress(to) ?? refuse(21211, `The 'To' number ${to} is not a valid phone number.`);
}

function senderOf(messaging: Messaging, form: URLSearchParams, to: Address, serviceSid: string | null): Address {
  const given = form.get("From");
  if (!given)
    return serviceSid ? fromService(messaging, serviceSid, to) : refuse(21603, "A 'From' phone number is required.");
  const from =
    parseAddress(given) ??
    refuse(21212, `The 'From' number ${given} is not a valid phone number, shortcode, or alphanumeric sender ID.`);
  if (from.channel !== to.channel) refuse(21910, "Invalid From and To pair. From and To should be of the same channel");
  if (from.number === to.number) refuse(21266, "'To' and 'From' number cannot be the same");
  if (!messaging.senderOf(from)) {
    if (from.channel === "whatsapp") refuse(63007, "Twilio could not find a Channel with the specified From address");
    refuse(
      21606,
      `The 'From' phone number provided (${given}) is not a valid message-capable Twilio phone number for this destination.`,
    );
  }
  return from;
}

function fromService(messaging: Messaging, serviceSid: string, { channel }: Address): Address {
  const pool = messaging.numbers.all().filter(({ messagingService }) => messagingService?.sid === serviceSid);
  if (pool.length === 0) refuse(21701, `The Messaging Service ${serviceSid} does not exist`);
  const sender = pool.find(({ number }) => messaging.senderOf({ channel, number }));
  if (!sender) refuse(21703, `The Messaging Service contains no phone numbers for this destination`);
  return { channel, number: sender.number };
}

const variablesSchema = z.record(z.string(), z.string().min(1));

function templateOf(messaging: Messaging, form: URLSearchParams): Outgoing["template"] {
  const sid = form.get("ContentSid");
  if (!sid) return null;
  const template = messaging.templates.get(sid) ?? refuse(21655, "The ContentSid is Invalid");
  return { template, rendered: renderTemplate(template, variablesOf(form.get("ContentVariables"))) };
}

function variablesOf(text: string | null): Record<string, string> {
  if (!text) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    refuse(21656, "The ContentVariables Parameter is invalid");
  }
  const variables = variablesSchema.safeParse(parsed);
  // WhatsApp takes no line breaks, tabs or wide gaps inside a variable.
  if (!variables.success || Object.values(variables.data).some((value) => /[\n\r\t]| {5}/.test(value)))
    refuse(21656, "The ContentVariables Parameter is invalid");
  return variables.data;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function refuse(code: number, message: string): never {
  throw new RestError(400, code, message);
}
