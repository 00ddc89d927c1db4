/** Sends over one connected phone. The name of a message is made of ours, so that sending it again is the same message. */
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { AnyMessageContent, WAMessage } from "@whiskeysockets/baileys";
import { ProviderFailed } from "#lib/errors.ts";
import { hasWrittenWith, quoted, wasReported } from "#lib/messaging/outbox.ts";
import {
  MessageRefused,
  type MessageSender,
  type OutgoingAttachment,
  type OutgoingMessage,
} from "#lib/providers/whatsapp/types.ts";
import { keepSentContent } from "#lib/whatsapp/device.ts";
import type { Hold } from "#lib/whatsapp/hold.ts";
import type { Acks } from "./acks.ts";
import type { Baileys, ClientSocket } from "./client.ts";
import { jidOf } from "./person.ts";

const ACK_WITHIN_MS = 20_000;
/** A person types so many letters a second; nobody waits longer than this for it. */
const LETTERS_PER_SECOND = 40;
const LONGEST_TYPING_MS = 2_500;
/** The server means the sessions with the other side's devices, which the client makes anew: not this message. */
const STALE_DEVICE = "479";

/** How a file in Ogg begins, and what its first page says when Opus follows. */
const OGG = Buffer.from("OggS");
const OPUS = Buffer.from("OpusHead");

interface SenderParts {
  client: Baileys;
  socket: ClientSocket;
  acks: Acks;
  hold: Hold;
}

/** WhatsApp's name for a message of ours: of the form that WhatsApp Web itself makes. */
export function providerIdOf(messageId: string): string {
  return `3EB0${createHash("sha256").update(messageId).digest("hex").slice(0, 18).toUpperCase()}`;
}

export function phoneSender({ client, socket, acks, hold }: SenderParts): MessageSender {
  return {
    carrier: "baileys",
    async send(message, signal) {
      const providerId = providerIdOf(message.messageId);
      const jid = jidOf(message.to);
      const content = await contentOf(message);
      const answered = message.replyTo === null ? undefined : await quotedMessage(hold, jid, message.replyTo);
      const ack = acks.of(providerId, ACK_WITHIN_MS);
      try {
        await whileOpen(signal, refuseStranger(socket, hold, message.to));
        await type(socket, jid, message, signal);
        const made = await whileOpen(
          signal,
          client.generateWAMessage(jid, content, {
            ...{ messageId: providerId, userJid: socket.authState.creds.me?.id ?? "", upload: socket.waUploadToServer },
            ...(answered ? { quoted: answered } : {}),
          }),
        );
        if (!made.message) throw new MessageRefused("phone_refused", "there is nothing in it");
        // Before it goes: who cannot read it may ask again when we are dead, and whoever follows us must know it.
        await keepSentContent(hold, providerId, client.proto.Message.encode(made.message).finish());
        await whileOpen(signal, socket.relayMessage(jid, made.message, { messageId: providerId }));
        const answer = await whileOpen(signal, ack.answer);
        if (answer === null) throw new ProviderFailed("whatsapp", true, "the server has not said that it took it");
        if (answer.error === STALE_DEVICE) throw new ProviderFailed("whatsapp", true, "refused for now with 479");
        if (answer.error !== null) throw new MessageRefused(errorOf(answer.error), `refused with ${answer.error}`);
        return { providerId };
      } catch (error) {
        throw failure(error);
      } finally {
        ack.forget();
      }
    },
    /** Nobody can be asked; but somebody may have told. Sending it again under its name makes no second message. */
    async findSent({ messageId }) {
      const providerId = providerIdOf(messageId);
      return (await wasReported(hold.ctx, providerId)) ? { providerId } : null;
    },
  };
}

/** A first message to who is not there is what spam looks like. */
async function refuseStranger(socket: ClientSocket, { ctx }: Hold, phone: string): Promise<void> {
  if (await hasWrittenWith(ctx, phone)) return;
  const found = await socket.onWhatsApp(phone);
  if (found === undefined) throw new ProviderFailed("whatsapp", true, "it did not say whether the number is there");
  if (!found.some(({ exists }) => exists)) throw new MessageRefused("not_on_whatsapp", "the number is not on WhatsApp");
}

async function type(socket: ClientSocket, jid: string, { body }: OutgoingMessage, signal: AbortSignal): Promise<void> {
  await socket.sendPresenceUpdate("composing", jid);
  await sleep(Math.min(LONGEST_TYPING_MS, ((body.length + 10) * 1000) / LETTERS_PER_SECOND), undefined, { signal });
  await socket.sendPresenceUpdate("paused", jid);
}

async function contentOf({ body, attachments }: OutgoingMessage): Promise<AnyMessageContent> {
  const [file, ...others] = attachments;
  if (others.length > 0) throw new MessageRefused("phone_refused", "one file a message");
  // Nobody is asked what is behind a link.
  return file === undefined ? { text: body, linkPreview: null } : fileContent(file, body);
}

async function fileContent(file: OutgoingAttachment, caption: string): Promise<AnyMessageContent> {
  const bytes = Buffer.from(await file.read());
  const { contentType: mimetype, fileName } = file;
  const words = caption === "" ? {} : { caption };
  switch (file.kind) {
    case "image":
      return { image: bytes, mimetype, ...words };
    case "video":
      return { video: bytes, mimetype, ...words };
    case "audio":
      return isOpus(bytes)
        ? { audio: bytes, mimetype: "audio/ogg; codecs=opus", ptt: true }
        : { audio: bytes, mimetype, ptt: false };
    case "sticker":
      return { sticker: bytes };
    case "document":
      return { document: bytes, mimetype, fileName: fileName || "document", ...words };
    default:
      return file.kind satisfies never;
  }
}

/**
 * What phones record as a voice note. They play it only when it is called by its whole name ("base audio/ogg not supported",
 * says WhatsApp's list of media; an Android phone shows nothing at all, Baileys#819).
 */
function isOpus(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(OGG) && bytes.subarray(28, 36).equals(OPUS);
}

async function quotedMessage({ ctx }: Hold, jid: string, providerId: string): Promise<WAMessage | undefined> {
  const found = await quoted(ctx, providerId);
  if (found === null) return undefined;
  return {
    key: { remoteJid: jid, fromMe: found.ours, id: providerId },
    message: { conversation: found.body },
  };
}

/** The client lets what it has asked a closed socket hang for a minute. */
async function whileOpen<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: closed, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new ProviderFailed("whatsapp", true, "the connection was closed"));
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  // Whichever comes second has nobody to tell.
  work.catch(() => {});
  try {
    return await Promise.race([work, closed]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** A socket that closes under our hands says so in many ways: all of them may be tried again. */
function failure(error: unknown): Error {
  if (error instanceof MessageRefused || error instanceof ProviderFailed) return error;
  return new ProviderFailed("whatsapp", true, "the connection did not hold", error);
}

/** WhatsApp's code for what it did not take, as lib/messaging/schemas/delivery-errors.ts knows it. */
function errorOf(code: string): string {
  return code === "463" ? "too_many_new_chats" : "phone_refused";
}
