/** What Twilio posts about messages, as far as we read it; its names end here. More fields appear without notice. */

import { z } from "zod";
import { cut } from "../hebrew/cut.ts";
import { toE164 } from "../hebrew/phone.ts";
import { fromAddress } from "../providers/whatsapp/twilio/map.ts";
import type { InboundMessage } from "./inbound.ts";
import type { Channel, MessageStatus } from "./schemas/channel.ts";
import type { AttachmentKind, MessageContent } from "./schemas/content.ts";

const sid = z.string().regex(/^[\w-]{2,64}$/);
const words = z.string().catch("");
const MOST_MEDIA = 30;

/** Any field may be there; those of media are numbered. */
export const incomingMessageForm = z.looseObject({
  MessageSid: sid,
  From: z.string().max(200),
  To: z.string().max(200),
  Body: words,
  ProfileName: words,
  MessageType: words,
  ButtonText: words,
  ButtonPayload: words,
  ListId: words,
  ListTitle: words,
  OriginalRepliedMessageSid: words,
  /** Of too many, those that we take are not lost. */
  NumMedia: z.coerce
    .number()
    .int()
    .min(0)
    .catch(0)
    .transform((count) => Math.min(count, MOST_MEDIA)),
  Latitude: z.coerce.number().min(-90).max(90).optional().catch(undefined),
  Longitude: z.coerce.number().min(-180).max(180).optional().catch(undefined),
  Address: words,
  Label: words,
});
type IncomingForm = z.output<typeof incomingMessageForm>;

/** The number that was written to, E.164; null when it is none. */
export function writtenTo({ To }: IncomingForm): string | null {
  return toE164(fromAddress(To));
}

/** The message in our own words; null when its sender is no number that could be answered. */
export function toInboundMessage(channel: Channel, form: IncomingForm, now = new Date()): InboundMessage | null {
  const from = toE164(fromAddress(form.From));
  if (from === null) return null;
  return {
    channel,
    carrier: "twilio",
    providerId: form.MessageSid,
    from,
    profileName: cut(form.ProfileName, 200) || null,
    body: form.ButtonText || form.ListTitle || form.Body,
    content: contentOf(form),
    attachments: attachmentsOf(form),
    replyTo: form.OriginalRepliedMessageSid || null,
    // Twilio says no time: it brings a message when it comes.
    writtenAt: now,
  };
}

function contentOf({ ButtonPayload, ListId, Latitude, Longitude, Label, Address }: IncomingForm): MessageContent {
  const choice = ButtonPayload || ListId;
  if (choice) return { kind: "choice", id: cut(choice, 500) };
  if (Latitude === undefined || Longitude === undefined) return { kind: "text" };
  return {
    kind: "location",
    latitude: Latitude,
    longitude: Longitude,
    ...(Label ? { label: cut(Label, 500) } : {}),
    ...(Address ? { address: cut(Address, 500) } : {}),
  };
}

function attachmentsOf(form: IncomingForm): InboundMessage["attachments"] {
  return Array.from({ length: form.NumMedia }, (_, index) => {
    const url = z.url().safeParse(form[`MediaUrl${index}`]).data;
    const contentType = cut(String(form[`MediaContentType${index}`] ?? ""), 200);
    if (url === undefined) return null;
    return {
      kind: kindOf(contentType),
      contentType,
      fileName: "",
      sizeBytes: null,
      durationMs: null,
      source: { carrier: "twilio" as const, url },
    };
  }).filter((one) => one !== null);
}

function kindOf(contentType: string): AttachmentKind {
  const [type = ""] = contentType.split("/");
  if (contentType === "image/webp") return "sticker";
  return type === "image" || type === "audio" || type === "video" ? type : "document";
}

const statuses: Record<string, MessageStatus> = {
  accepted: "queued",
  scheduled: "queued",
  queued: "queued",
  sending: "sending",
  sent: "sent",
  delivered: "delivered",
  read: "read",
  undelivered: "undelivered",
  failed: "failed",
  canceled: "failed",
};

export const messageStatusForm = z.object({
  MessageSid: sid,
  From: z.string().max(200).catch(""),
  /** Null for a word that we do not know. */
  MessageStatus: z.string().transform((status) => statuses[status] ?? null),
  ErrorCode: z
    .string()
    .regex(/^\w{1,20}$/)
    .nullable()
    .catch(null),
});
