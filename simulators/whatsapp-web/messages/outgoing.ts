/** What is written on a simulated phone, on its way to the others and to its own linked devices. */
import { randomBytes } from "node:crypto";
import type { Account } from "../accounts/account.ts";
import type { Companion } from "../accounts/companion.ts";
import type { Sealed } from "../accounts/phone.ts";
import type { BinaryNode, proto } from "../wire/baileys.ts";
import { epochSeconds, node } from "../wire/nodes.ts";
import type { World } from "../world.ts";
import { mediaType, stanzaType } from "./content.ts";
import { STATUS } from "./groups.ts";
import { show } from "./screen.ts";
import type { Outgoing, Recipient } from "./sent.ts";

/** An id as Android's app makes them. */
export function newMessageId(): string {
  return `AC${randomBytes(15).toString("hex").toUpperCase()}`;
}

/** Sends it: each device gets it encrypted for itself. */
export async function send(world: World, outgoing: Outgoing): Promise<void> {
  const { sender, to, message, id } = outgoing;
  world.sent.add(outgoing);
  const seen = { id, from: sender.number, fromDevice: 0 };
  show(world, sender, { ...seen, chat: chatOf(to, sender, sender), status: "sent" }, message);
  for (const person of recipientsOf(outgoing)) {
    if (person !== sender) show(world, person, { ...seen, chat: chatOf(to, sender, person), status: null }, message);
    for (const companion of person.companions.values()) {
      const stanza = await stanzaFor(world, outgoing, person, companion);
      for (let copy = 0; copy < outgoing.copies; copy += 1) companion.deliver(stanza);
    }
  }
}

/** Encrypts it for a device once more, after the device could not read it. `count` is how often it has asked. */
export async function sendAgain(
  world: World,
  outgoing: Outgoing,
  person: Account,
  companion: Companion,
  count: string,
): Promise<void> {
  const { tag, attrs, content } = await stanzaFor(world, { ...outgoing, spoilt: false }, person, companion, true);
  const parts = content.map((part) => node(part.tag, { ...part.attrs, count }, part.content));
  companion.deliver(node(tag, attrs, parts));
}

function recipientsOf({ sender, to }: Outgoing): Account[] {
  if ("person" in to) return [...new Set([to.person, sender])];
  return "group" in to ? to.group.members : [...new Set([...to.status, sender])];
}

/** The chat in which a viewer has it. */
function chatOf(to: Recipient, sender: Account, viewer: Account): string {
  if ("group" in to) return to.group.id;
  if ("status" in to) return STATUS;
  return viewer === sender ? to.person.number : sender.number;
}

async function stanzaFor(world: World, outgoing: Outgoing, person: Account, companion: Companion, withKey = false) {
  const { sender, to, message, id } = outgoing;
  const device = person.address("pn", companion.id);
  const seal = (content: proto.IMessage) => sender.phone.seal(device, content, () => companion.takeKeys());
  const attrs = { id, t: epochSeconds(), type: stanzaType(message), notify: sender.phone.habits.pushName || undefined };
  if ("person" in to) {
    const isOwn = person === sender;
    const content = isOwn
      ? { deviceSentMessage: { destinationJid: to.person.address(outgoing.addressing), message } }
      : message;
    const sealed = spoiltIf(outgoing.spoilt, await seal(content));
    return stanza({ ...attrs, ...addressesOf(outgoing, to.person, isOwn) }, [encNode(sealed, message)]);
  }
  const chat = "group" in to ? to.group.id : STATUS;
  const self = sender.address("lid");
  const { ciphertext, senderKeyDistributionMessage } = await sender.phone.sealForGroup(chat, self, message);
  const parts = [node("enc", { v: "2", type: "skmsg", mediatype: mediaType(message) }, ciphertext)];
  if (withKey || !world.groupKeys.isKnown(chat, self, device)) {
    const key = {
      senderKeyDistributionMessage: {
        groupId: chat,
        axolotlSenderKeyDistributionMessage: senderKeyDistributionMessage,
      },
    };
    parts.unshift(encNode(spoiltIf(outgoing.spoilt, await seal(key)), key));
    world.groupKeys.learned(chat, self, device);
  }
  const addresses = { from: chat, participant: self, participant_pn: sender.address("pn"), addressing_mode: "lid" };
  return stanza({ ...attrs, ...addresses }, parts);
}

function stanza(attrs: Record<string, string | undefined>, content: BinaryNode[]) {
  return { ...node("message", attrs), content };
}

/** Who wrote to whom: by number with the LID beside it, or by LID with the number beside it. */
function addressesOf(
  { sender, addressing }: Outgoing,
  person: Account,
  isOwn: boolean,
): Record<string, string | undefined> {
  const other = addressing === "lid" ? "pn" : "lid";
  const from = sender.address(addressing);
  if (!isOwn) return { from, addressing_mode: addressing, [`sender_${other}`]: sender.address(other) };
  return {
    from,
    recipient: person.address(addressing),
    addressing_mode: addressing,
    [`peer_recipient_${other}`]: person.address(other),
  };
}

function encNode({ type, ciphertext }: Sealed, message: proto.IMessage) {
  return node("enc", { v: "2", type, mediatype: mediaType(message) }, ciphertext);
}

function spoiltIf(spoilt: boolean, sealed: Sealed): Sealed {
  if (!spoilt) return sealed;
  const ciphertext = Buffer.from(sealed.ciphertext);
  const last = ciphertext.length - 1;
  ciphertext[last] = (ciphertext[last] ?? 0) ^ 0xff;
  return { ...sealed, ciphertext };
}
