/** The form of a message that comes in: https://www.twilio.com/docs/messaging/guides/webhook-request */
import { z } from "zod";
import { writeAddress } from "./addresses.ts";
import { type Message, segmentsOf } from "./message.ts";
import type { Messaging } from "./messaging.ts";
import { personNumber } from "./people.ts";
import { mediumUrl } from "./rest-json.ts";

/** What a person does at the door: writes, sends a picture, presses a button. */
export const writtenSchema = z.strictObject({
  from: personNumber,
  to: personNumber,
  channel: z.enum(["whatsapp", "sms"]).default("whatsapp"),
  body: z.string().max(4096).default(""),
  /** `servedAs` is what the media host says of it, when that is to be something else. */
  media: z
    .array(z.strictObject({ contentType: z.string(), base64: z.base64(), servedAs: z.string().optional() }))
    .max(10)
    .default([]),
  /** The name that the person gave WhatsApp. */
  profileName: z.string().optional(),
  /** A button of a template, or of a message: then its text is the body. */
  button: z.strictObject({ text: z.string(), payload: z.string() }).optional(),
  list: z.strictObject({ id: z.string(), title: z.string() }).optional(),
  /** The message that is answered to. */
  repliedTo: z.string().optional(),
  location: z
    .strictObject({
      latitude: z.number(),
      longitude: z.number(),
      address: z.string().optional(),
      label: z.string().optional(),
    })
    .optional(),
  /** Anything else that Twilio might send, or something other than it would. */
  fields: z.record(z.string(), z.string()).default({}),
  /** How often the webhook is sent, all at the same time. */
  repeat: z.number().int().min(1).max(50).default(1),
});
export type WrittenInput = z.input<typeof writtenSchema>;
export type Written = z.infer<typeof writtenSchema>;

export function inboundParams(messaging: Messaging, message: Message, written: Written): Record<string, string> {
  const { sid } = message;
  return {
    SmsMessageSid: sid,
    SmsSid: sid,
    MessageSid: sid,
    AccountSid: messaging.accountSid,
    ApiVersion: "2010-04-01",
    SmsStatus: "received",
    From: writeAddress(message.from),
    To: writeAddress(message.to),
    Body: bodyOf(written),
    NumSegments: String(segmentsOf(message)),
    NumMedia: String(message.media.length),
    ...(message.messagingServiceSid ? { MessagingServiceSid: message.messagingServiceSid } : {}),
    ...Object.fromEntries(
      message.media.flatMap((medium, index) => [
        [`MediaUrl${index}`, mediumUrl(messaging, medium)],
        [`MediaContentType${index}`, medium.contentType],
      ]),
    ),
    ...(written.channel === "whatsapp" ? whatsappParams(message, written) : placeParams(message)),
    ...written.fields,
  };
}

function bodyOf({ body, button, list }: Written): string {
  return body || (button?.text ?? list?.title ?? "");
}

function whatsappParams(message: Message, written: Written): Record<string, string> {
  const { button, list, location, repliedTo } = written;
  const WaId = message.from.number.slice(1);
  const ProfileName = written.profileName ?? WaId;
  return {
    WaId,
    ProfileName,
    MessageType: messageType(written),
    ReferralNumMedia: "0",
    ChannelMetadata: JSON.stringify({ type: "whatsapp", data: { context: { ProfileName, WaId } } }),
    // It came one day without notice, as such fields do.
    ExternalUserId: `whatsapp:IL.${WaId}`,
    ...(button ? { ButtonText: button.text, ButtonPayload: button.payload } : {}),
    ...(list ? { ListId: list.id, ListTitle: list.title } : {}),
    ...(repliedTo
      ? { OriginalRepliedMessageSid: repliedTo, OriginalRepliedMessageSender: writeAddress(message.to) }
      : {}),
    ...(location ? locationParams(location) : {}),
  };
}

function locationParams({ latitude, longitude, address, label }: NonNullable<Written["location"]>) {
  return {
    Latitude: String(latitude),
    Longitude: String(longitude),
    ...(address === undefined ? {} : { Address: address }),
    ...(label === undefined ? {} : { Label: label }),
  };
}

function messageType({ button, list, location, media: [medium] }: Written): string {
  if (button) return "button";
  if (list) return "interactive";
  if (location) return "location";
  if (!medium) return "text";
  if (medium.contentType === "image/webp") return "sticker";
  if (medium.contentType === "text/vcard") return "contacts";
  const [kind = ""] = medium.contentType.split("/");
  return ["image", "audio", "video"].includes(kind) ? kind : "document";
}

/** Twilio looks up where numbers are; of most of the world it knows the country. */
function placeParams({ from, to }: Message): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [party, { number }] of [
    ["From", from],
    ["To", to],
  ] as const) {
    for (const part of ["City", "State", "Zip"]) params[`${party}${part}`] = "";
    params[`${party}Country`] = number.startsWith("+972") ? "IL" : number.startsWith("+1") ? "US" : "";
  }
  return params;
}
