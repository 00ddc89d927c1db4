import { z } from "zod";
import type { proto } from "../wire/baileys.ts";
import type { PhoneMessage } from "./inbox.ts";

/** What somebody does on a phone, beside media. */
export const writtenContent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: z.string().min(1), repliedTo: z.string().optional() }),
  z.strictObject({ kind: z.literal("reaction"), emoji: z.string(), about: z.string() }),
  z.strictObject({ kind: z.literal("delete"), about: z.string() }),
  z.strictObject({
    kind: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("contact"), name: z.string(), vcard: z.string() }),
]);
export type WrittenContent = z.infer<typeof writtenContent>;

/** Where in the chat the message that is meant stands. */
interface About {
  remoteJid: string;
  fromMe: boolean;
  participant: string;
  quoted: string;
}

/** The message as the app encodes it. `about` is given for a content that is about another message. */
export function messageOf(content: WrittenContent, about?: About): proto.IMessage {
  switch (content.kind) {
    case "text":
      if (content.repliedTo === undefined) return { conversation: content.text };
      return {
        extendedTextMessage: {
          text: content.text,
          contextInfo: {
            stanzaId: content.repliedTo,
            participant: about?.participant ?? null,
            quotedMessage: { conversation: about?.quoted ?? "" },
          },
        },
      };
    case "reaction":
      return { reactionMessage: { key: keyOf(content.about, about), text: content.emoji, senderTimestampMs: Date.now() } };
    case "delete":
      // 0 is REVOKE.
      return { protocolMessage: { type: 0, key: keyOf(content.about, about) } };
    case "location":
      return {
        locationMessage: {
          degreesLatitude: content.latitude,
          degreesLongitude: content.longitude,
          name: content.name ?? null,
        },
      };
    case "contact":
      return { contactMessage: { displayName: content.name, vcard: content.vcard } };
    default:
      return content satisfies never;
  }
}

function keyOf(id: string, about: About | undefined): proto.IMessageKey {
  return { id, remoteJid: about?.remoteJid ?? null, fromMe: about?.fromMe ?? false };
}

/** The type that a stanza with this message names. */
export function stanzaType(message: proto.IMessage): string {
  if (message.reactionMessage) return "reaction";
  return mediaIn(message) ? "media" : "text";
}

/** The `mediatype` of an encrypted part with this message. */
export function mediaType(message: proto.IMessage): string | undefined {
  if (message.audioMessage) return message.audioMessage.ptt ? "ptt" : "audio";
  const kind = kindOf(message);
  if (kind === "contact") return "vcard";
  return ["image", "video", "document", "sticker"].includes(kind) ? kind : undefined;
}

type Shown = Pick<PhoneMessage, "kind" | "text" | "about">;

/** What a person sees of a message; undefined when it is not for people (a key, a sync). */
export function shownOf(sent: proto.IMessage): Shown | undefined {
  const message = sent.ephemeralMessage?.message ?? sent.viewOnceMessage?.message ?? sent;
  const { conversation, extendedTextMessage, reactionMessage, protocolMessage } = message;
  const kind = kindOf(message);
  if (conversation) return { kind, text: conversation, about: null };
  if (extendedTextMessage)
    return { kind, text: extendedTextMessage.text ?? "", about: extendedTextMessage.contextInfo?.stanzaId ?? null };
  if (reactionMessage) return { kind, text: reactionMessage.text ?? "", about: reactionMessage.key?.id ?? null };
  if (protocolMessage) {
    const isRevoke = (protocolMessage.type ?? 0) === 0 && protocolMessage.key;
    return isRevoke ? { kind, text: null, about: protocolMessage.key?.id ?? null } : undefined;
  }
  if (kind === "unknown") return undefined;
  const caption = message.imageMessage?.caption ?? message.videoMessage?.caption ?? message.documentMessage?.caption;
  const name = message.locationMessage?.name ?? message.contactMessage?.displayName;
  return { kind, text: caption ?? name ?? null, about: null };
}

export function mediaIn(message: proto.IMessage) {
  const { imageMessage, videoMessage, audioMessage, documentMessage, stickerMessage } = message;
  return imageMessage ?? videoMessage ?? audioMessage ?? documentMessage ?? stickerMessage ?? undefined;
}

const KINDS = {
  conversation: "text",
  extendedTextMessage: "text",
  reactionMessage: "reaction",
  protocolMessage: "delete",
  imageMessage: "image",
  videoMessage: "video",
  audioMessage: "audio",
  documentMessage: "document",
  stickerMessage: "sticker",
  locationMessage: "location",
  contactMessage: "contact",
} as const satisfies Partial<Record<keyof proto.IMessage, string>>;

export function kindOf(message: proto.IMessage): string {
  let field: keyof typeof KINDS;
  for (field in KINDS) if (message[field]) return KINDS[field];
  return "unknown";
}
