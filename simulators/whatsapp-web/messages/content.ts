/** What messages say, apart from their media. */
import { z } from "zod";
import type { proto } from "../wire/baileys.ts";
import type { PhoneMessage } from "./inbox.ts";

/** What somebody does on a phone. */
export const writtenSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: z.string().min(1), repliedTo: z.string().optional() }),
  z.strictObject({ kind: z.literal("reaction"), emoji: z.string(), about: z.string() }),
  z.strictObject({ kind: z.literal("delete"), about: z.string() }),
  z.strictObject({ kind: z.literal("edit"), about: z.string(), text: z.string().min(1) }),
  z.strictObject({
    kind: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("contact"), name: z.string(), vcard: z.string() }),
]);
export type Written = z.infer<typeof writtenSchema>;

/** Another message of the chat: where it stands, who wrote it and what it says. */
export interface Referred {
  remoteJid: string;
  participant: string;
  fromMe: boolean;
  text: string;
}

/** The message as the app encodes it. `referred` finds the message that it is about. */
export function messageOf(written: Written, referred: (id: string) => Referred): proto.IMessage {
  switch (written.kind) {
    case "text": {
      if (written.repliedTo === undefined) return { conversation: written.text };
      const { participant, text } = referred(written.repliedTo);
      const contextInfo = { stanzaId: written.repliedTo, participant, quotedMessage: { conversation: text } };
      return { extendedTextMessage: { text: written.text, contextInfo } };
    }
    case "reaction": {
      const { remoteJid, fromMe } = referred(written.about);
      const key = { id: written.about, remoteJid, fromMe };
      return { reactionMessage: { key, text: written.emoji, senderTimestampMs: Date.now() } };
    }
    case "delete": {
      const { remoteJid, fromMe } = referred(written.about);
      return { protocolMessage: { type: REVOKE, key: { id: written.about, remoteJid, fromMe } } };
    }
    case "edit": {
      const { remoteJid, fromMe } = referred(written.about);
      const key = { id: written.about, remoteJid, fromMe };
      const editedMessage = { conversation: written.text };
      return { protocolMessage: { type: MESSAGE_EDIT, key, editedMessage, timestampMs: Date.now() } };
    }
    case "location": {
      const { latitude, longitude, name } = written;
      return {
        locationMessage: { degreesLatitude: latitude, degreesLongitude: longitude, name: name ?? null },
      };
    }
    case "contact":
      return { contactMessage: { displayName: written.name, vcard: written.vcard } };
    default:
      return written satisfies never;
  }
}

// Of ProtocolMessage.Type.
const REVOKE = 0;
const MESSAGE_EDIT = 14;

/** The type that a stanza with this message names. */
export function stanzaType(message: proto.IMessage): string {
  if (message.reactionMessage) return "reaction";
  return mediaIn(message) ? "media" : "text";
}

/** The `mediatype` of an encrypted part with this message. */
export function mediaType(message: proto.IMessage): string | undefined {
  if (message.audioMessage?.ptt) return "ptt";
  const kind = kindOf(message);
  if (kind === "contact") return "vcard";
  return mediaIn(message) ? kind : undefined;
}

type Shown = Pick<PhoneMessage, "kind" | "text" | "about">;

/** What a person sees of a message; undefined when it is not for people (a key, a sync). */
export function shownOf(message: proto.IMessage): Shown | undefined {
  const kind = kindOf(message);
  const { conversation, extendedTextMessage, reactionMessage, protocolMessage } = message;
  if (conversation) return { kind, text: conversation, about: null };
  if (extendedTextMessage)
    return { kind, text: extendedTextMessage.text ?? "", about: extendedTextMessage.contextInfo?.stanzaId ?? null };
  if (reactionMessage) return { kind, text: reactionMessage.text ?? "", about: reactionMessage.key?.id ?? null };
  if (protocolMessage) {
    const about = protocolMessage.key?.id ?? null;
    const type = about === null ? undefined : (protocolMessage.type ?? REVOKE);
    if (type === REVOKE) return { kind, text: null, about };
    const text = protocolMessage.editedMessage?.conversation ?? null;
    return type === MESSAGE_EDIT ? { kind: "edit", text, about } : undefined;
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
