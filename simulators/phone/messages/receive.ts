/** A person writes to the application: the form that Twilio posts, with every field it is known to have. */
import { z } from "zod";
import { tellAbout } from "../exchange.ts";
import { newSid } from "../ids.ts";
import type { PhoneNetwork } from "../network.ts";
import type { NetworkMessage } from "./store.ts";

export const writeSchema = z.strictObject({
  from: z.string().regex(/^\+[1-9]\d{6,14}$/),
  to: z.string(),
  channel: z.enum(["whatsapp", "sms"]).default("whatsapp"),
  body: z.string().default(""),
  profileName: z.string().default(""),
  media: z
    .array(z.strictObject({ contentType: z.string(), base64: z.string() }))
    .max(30)
    .default([]),
  location: z
    .strictObject({
      latitude: z.number(),
      longitude: z.number(),
      label: z.string().optional(),
      address: z.string().optional(),
    })
    .optional(),
  button: z.strictObject({ text: z.string(), payload: z.string() }).optional(),
  /** The application's message that the person answers. */
  repliesTo: z.string().optional(),
  /** The network delivers the same message so often, at once. */
  times: z.number().int().min(1).max(20).default(1),
});
export type Written = z.input<typeof writeSchema>;

/** No such number, or none that takes messages. */
export class CannotWrite extends Error {}

/** Resolves with the message when the application has answered every delivery. Throws ZodError or CannotWrite. */
export async function writeMessage(network: PhoneNetwork, input: Written): Promise<NetworkMessage> {
  const written = writeSchema.parse(input);
  const number = network.numbers.get(written.to);
  const url = written.channel === "whatsapp" ? number?.whatsappUrl : number?.smsUrl;
  if (!url) throw new CannotWrite(`${written.to} takes no ${written.channel} messages`);
  const message = network.messages.add({
    direction: "inbound",
    channel: written.channel,
    from: written.from,
    to: written.to,
    body: written.body,
    media: written.media.map(({ contentType, base64 }) => ({
      sid: newSid("ME"),
      contentType,
      bytes: Buffer.from(base64, "base64"),
    })),
    mediaUrls: [],
    statusCallback: null,
    status: "received",
    errorCode: null,
  });
  const params = formOf(network, message, written);
  const { exchange, requests } = network;
  await Promise.all(
    Array.from({ length: written.times }, () =>
      tellAbout(exchange, requests, "message received", { url, method: "POST", params }),
    ),
  );
  return message;
}

function formOf(network: PhoneNetwork, message: NetworkMessage, written: z.output<typeof writeSchema>) {
  const { accountSid, apiUrl } = network.exchange;
  const prefix = message.channel === "whatsapp" ? "whatsapp:" : "";
  const { location, button, repliesTo } = written;
  const mediaUrl = (sid: string) => `${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}/Media/${sid}`;
  const params: Record<string, string> = {
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    SmsStatus: "received",
    AccountSid: accountSid,
    ApiVersion: "2010-04-01",
    From: prefix + message.from,
    To: prefix + message.to,
    Body: button?.text ?? message.body,
    NumMedia: String(message.media.length),
    NumSegments: "1",
    // Twilio adds fields without notice.
    SomethingNew: "1",
  };
  if (message.channel === "whatsapp") {
    params.ProfileName = written.profileName;
    params.WaId = message.from.slice(1);
    params.ReferralNumMedia = "0";
    params.MessageType = button
      ? "button"
      : location
        ? "location"
        : (message.media[0]?.contentType.split("/")[0] ?? "text");
  } else {
    params.FromCountry = "IL";
    params.ToCountry = "IL";
  }
  for (const [index, { sid, contentType }] of message.media.entries()) {
    params[`MediaUrl${index}`] = mediaUrl(sid);
    params[`MediaContentType${index}`] = contentType;
  }
  if (button) Object.assign(params, { ButtonText: button.text, ButtonPayload: button.payload });
  if (location) {
    params.Latitude = String(location.latitude);
    params.Longitude = String(location.longitude);
    if (location.label) params.Label = location.label;
    if (location.address) params.Address = location.address;
  }
  if (repliesTo)
    Object.assign(params, { OriginalRepliedMessageSid: repliesTo, OriginalRepliedMessageSender: prefix + message.to });
  return params;
}
