/** WhatsApp Web's words for a message, and ours. They end here. */
import type { proto, WAMessage } from "@whiskeysockets/baileys";
import { cut } from "#lib/hebrew/cut.ts";
import { contactOf, MOST_CONTACTS } from "#lib/messaging/attachments/contact-card.ts";
import type { InboundMessage } from "#lib/messaging/inbound.ts";
import type { AttachmentKind, MessageContent } from "#lib/messaging/schemas/content.ts";
import type { Baileys } from "./client.ts";

/** What a message is for us, by whomever it was written. */
export type Heard =
  | { kind: "message"; message: Omit<InboundMessage, "from"> }
  /** An empty emoji takes a reaction back. */
  | { kind: "reaction"; emoji: string; to: string }
  | { kind: "deleted"; which: string }
  | { kind: "edited"; which: string; body: string }
  /** Keys, settings, history, what could not be decrypted yet: nothing that somebody said. */
  | { kind: "nothing" };

export function heard(client: Baileys, raw: WAMessage): Heard {
  const content = client.normalizeMessageContent(raw.message);
  if (!content || !raw.key.id) return { kind: "nothing" };
  if (content.reactionMessage?.key?.id)
    return { kind: "reaction", emoji: content.reactionMessage.text ?? "", to: content.reactionMessage.key.id };
  if (content.protocolMessage) return protocol(client, content.protocolMessage);
  const type = client.getContentType(content);
  const said = type === undefined ? null : saidIn(content, type);
  if (said === null) return { kind: "nothing" };
  return {
    kind: "message",
    message: {
      ...{ channel: "whatsapp", carrier: "baileys", providerId: raw.key.id },
      profileName: raw.key.fromMe || raw.pushName == null ? null : cut(raw.pushName, 200),
      ...{ body: said.body ?? "", content: said.content ?? { kind: "text" } },
      attachments: said.attachment ? [said.attachment] : [],
      replyTo: repliedTo(content),
      writtenAt: new Date(client.toNumber(raw.messageTimestamp) * 1000 || Date.now()),
    },
  };
}

interface Said {
  body?: string | null;
  content?: MessageContent;
  attachment?: InboundMessage["attachments"][number] | null;
}

function protocol(client: Baileys, { type, key, editedMessage }: proto.Message.IProtocolMessage): Heard {
  const { REVOKE, MESSAGE_EDIT } = client.proto.Message.ProtocolMessage.Type;
  if (!key?.id) return { kind: "nothing" };
  if (type === REVOKE) return { kind: "deleted", which: key.id };
  if (type !== MESSAGE_EDIT) return { kind: "nothing" };
  const content = client.normalizeMessageContent(editedMessage);
  const inner = content && client.getContentType(content);
  const body = content && inner ? saidIn(content, inner)?.body : null;
  return body ? { kind: "edited", which: key.id, body } : { kind: "nothing" };
}

/** Null for what says nothing to anybody. */
function saidIn(content: proto.IMessage, type: keyof proto.IMessage): Said | null {
  switch (type) {
    case "conversation":
      return { body: content.conversation };
    case "extendedTextMessage":
      return { body: content.extendedTextMessage?.text };
    case "imageMessage":
      return withFile("image", content.imageMessage);
    case "videoMessage":
      return withFile("video", content.videoMessage);
    case "ptvMessage":
      return withFile("video", content.ptvMessage);
    case "audioMessage":
      return withFile("audio", content.audioMessage);
    case "stickerMessage":
      return withFile("sticker", content.stickerMessage);
    case "documentMessage":
      return withFile("document", content.documentMessage);
    case "locationMessage":
      return place(content.locationMessage);
    case "liveLocationMessage":
      return place(content.liveLocationMessage);
    case "contactMessage":
      return contacts([content.contactMessage]);
    case "contactsArrayMessage":
      return contacts(content.contactsArrayMessage?.contacts ?? []);
    case "senderKeyDistributionMessage":
    case "messageContextInfo":
      return null;
    default:
      return choice(content) ?? { content: { kind: "unsupported", type: type.replace(/Message$/, "") } };
  }
}

/** A button or a line of a list; null for anything else. */
function choice(content: proto.IMessage): Said | null {
  const { buttonsResponseMessage: button, templateButtonReplyMessage: template, listResponseMessage: list } = content;
  const chosen = (id: string | null | undefined, body: string | null | undefined): Said | null =>
    id ? { body: body ?? "", content: { kind: "choice", id: cut(id, 500) } } : null;
  return (
    chosen(button?.selectedButtonId, button?.selectedDisplayText) ??
    chosen(template?.selectedId, template?.selectedDisplayText) ??
    chosen(list?.singleSelectReply?.selectedRowId, list?.title)
  );
}

interface Place {
  degreesLatitude?: number | null;
  degreesLongitude?: number | null;
  name?: string | null;
  address?: string | null;
  caption?: string | null;
}

function place(said: Place | null | undefined): Said | null {
  const { degreesLatitude: latitude, degreesLongitude: longitude, name, address, caption } = said ?? {};
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return {
    body: caption ?? "",
    content: {
      ...{ kind: "location", latitude, longitude },
      ...(name ? { label: cut(name, 500) } : {}),
      ...(address ? { address: cut(address, 500) } : {}),
    },
  };
}

function contacts(cards: readonly (proto.Message.IContactMessage | null | undefined)[]): Said {
  const known = cards.flatMap((card) => (card ? [contactOf(card.vcard ?? "", card.displayName ?? "")] : []));
  return { content: { kind: "contact", contacts: known.slice(0, MOST_CONTACTS) } };
}

interface SentFile {
  url?: string | null;
  directPath?: string | null;
  mediaKey?: Uint8Array | null;
  mimetype?: string | null;
  fileSha256?: Uint8Array | null;
  fileLength?: { toString(): string } | null;
  fileName?: string | null;
  title?: string | null;
  caption?: string | null;
  seconds?: number | null;
}

function withFile(kind: AttachmentKind, file: SentFile | null | undefined): Said | null {
  if (!file) return null;
  const url = addressOf(file);
  const size = Number(file.fileLength ?? Number.NaN);
  return {
    body: file.caption ?? "",
    attachment:
      url === null || !file.mediaKey
        ? null
        : {
            kind,
            contentType: cut(file.mimetype ?? "", 200),
            fileName: cut(file.fileName ?? file.title ?? "", 200),
            sizeBytes: Number.isSafeInteger(size) ? size : null,
            durationMs: typeof file.seconds === "number" ? Math.round(file.seconds * 1000) : null,
            source: {
              ...{ carrier: "baileys", url, mediaType: kind },
              mediaKey: Buffer.from(file.mediaKey).toString("base64"),
              sha256: file.fileSha256?.length ? Buffer.from(file.fileSha256).toString("base64") : null,
            },
          },
  };
}

/** Where it lies: WhatsApp writes a host that keeps nothing when it means "on any media host". */
function addressOf({ url, directPath }: SentFile): string | null {
  const given = url ? URL.parse(url) : null;
  if (given && given.hostname !== "web.whatsapp.net") return given.href;
  return directPath ? new URL(directPath, "https://mmg.whatsapp.net").href : null;
}

/** The message that this one answers: it is told inside whatever kind of message it is. */
function repliedTo(content: proto.IMessage): string | null {
  for (const inner of Object.values(content)) {
    if (typeof inner !== "object" || inner === null || !("contextInfo" in inner)) continue;
    const { contextInfo } = inner;
    if (typeof contextInfo !== "object" || contextInfo === null || !("stanzaId" in contextInfo)) continue;
    if (typeof contextInfo.stanzaId === "string" && contextInfo.stanzaId !== "") return contextInfo.stanzaId;
  }
  return null;
}
