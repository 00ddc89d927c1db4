/** Somebody writes on a simulated phone. */
import { z } from "zod";
import type { Account } from "../accounts/account.ts";
import { parseJid } from "../wire/jids.ts";
import type { World } from "../world.ts";
import { attach, attachmentSchema } from "./attachments.ts";
import { messageOf, type Referred, writtenSchema } from "./content.ts";
import { newMessageId, send } from "./outgoing.ts";
import type { Recipient } from "./sent.ts";

export const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, "E.164");

const recipientSchema = z.union([
  phoneNumber,
  z.string().regex(/^\d+@g\.us$/, "the id of a group"),
  z.strictObject({ status: z.array(phoneNumber).min(1) }),
]);

export const writingSchema = z.strictObject({
  /** A number, the id of a group, or `{status: [who sees it]}`. */
  to: recipientSchema,
  /** The short form of `content: {kind: "text", text}`. */
  text: z.string().min(1).optional(),
  content: z.union([writtenSchema, attachmentSchema]).optional(),
  id: z.string().min(1).optional(),
  /** Otherwise as the phone usually writes. */
  addressing: z.enum(["lid", "pn"]).optional(),
  copies: z.number().int().min(1).max(20).default(1),
  spoilt: z.boolean().default(false),
});
export type Writing = z.input<typeof writingSchema>;

/** Why it cannot be written. */
export class CannotWrite extends Error {}

/**
 * Sends what was written, and resolves with its id once it is on its way.
 * @throws CannotWrite when the phone is off, or there is no such group or message.
 */
export async function write(world: World, sender: Account, writing: z.output<typeof writingSchema>): Promise<string> {
  const { text, content = text === undefined ? undefined : { kind: "text" as const, text } } = writing;
  if (!content) throw new CannotWrite("there is neither text nor content");
  if (!sender.phone.habits.online) throw new CannotWrite("the phone is switched off");
  const addressing = writing.addressing ?? sender.phone.habits.addressing;
  const to = recipientOf(world, writing.to);
  const message =
    "base64" in content
      ? attach(world.media, content)
      : messageOf(content, (id) => referredBy(world, sender, id, to, addressing));
  const { copies, spoilt, id = newMessageId() } = writing;
  await sender.phone.work(() => send(world, { id, sender, to, message, addressing, copies, spoilt }));
  return id;
}

function recipientOf(world: World, to: z.output<typeof recipientSchema>): Recipient {
  if (typeof to !== "string") return { status: to.status.map((number) => world.accounts.of(number)) };
  if (!to.endsWith("@g.us")) return { person: world.accounts.of(to) };
  const group = world.groups.get(to);
  if (!group) throw new CannotWrite(`there is no group ${to}`);
  return { group };
}

function referredBy(world: World, sender: Account, id: string, to: Recipient, addressing: "lid" | "pn"): Referred {
  const message = sender.phone.inbox.get(id);
  if (!message) throw new CannotWrite(`there is no message ${id} on this phone`);
  const author = world.accounts.of(message.from);
  const remoteJid = "person" in to ? to.person.address(addressing) : message.chat;
  return {
    remoteJid: parseJid(remoteJid) ? remoteJid : sender.address(addressing),
    participant: author.address(addressing),
    fromMe: author === sender,
    text: message.text ?? "",
  };
}
