/** What a client sends: acknowledged, taken apart, and brought to every device that it was encrypted for. */
import type { Account } from "../accounts/account.ts";
import { isVouchedFor } from "../accounts/linking.ts";
import type { Sealed } from "../accounts/phone.ts";
import type { Asker } from "../queries/asker.ts";
import type { BinaryNode, proto } from "../wire/baileys.ts";
import { type Jid, parseJid } from "../wire/jids.ts";
import { bigEndian, bytesOf, childOf, childrenOf, epochSeconds, node } from "../wire/nodes.ts";
import type { World } from "../world.ts";
import { STATUS } from "./groups.ts";
import { show } from "./screen.ts";

/** Takes a message in, and answers with the server's acknowledgement. */
export function receiveMessage(sender: Asker, stanza: BinaryNode): BinaryNode {
  const { id, to = "", participant } = stanza.attrs;
  const ack = (error?: string) =>
    node("ack", { class: "message", id, from: to, participant, t: epochSeconds(), error });
  const target = parseJid(to);
  if (!id || !target) return ack("400");
  if (to.endsWith("@g.us") && !sender.world.groups.get(to)?.members.includes(sender.account)) return ack("401");
  const person = isPerson(target) ? sender.world.accounts.at(target) : undefined;
  if (isPerson(target) && !person?.isOnWhatsApp) return ack("404");
  if (sender.account.isRestricted && person && !hasWritten(person, sender.account)) return ack("463");
  if (stanza.attrs.category !== "peer") distribute(sender, stanza, target);
  return ack();
}

function distribute(sender: Asker, stanza: BinaryNode, target: Jid): void {
  const identity = childOf(stanza, "device-identity");
  const forAll = childrenOf(stanza, "enc").filter(({ attrs }) => attrs.type === "skmsg");
  const single = childrenOf(stanza, "enc").filter(({ attrs }) => attrs.type !== "skmsg");
  const reached = new Set<string>();
  const deliver = (device: Jid | undefined, parts: BinaryNode[]) => {
    const account = device && sender.world.accounts.at(device);
    if (!account?.isOnWhatsApp) return;
    reached.add(account.address("pn", device?.device));
    deliverTo(sender, stanza, { account, device: device?.device ?? 0 }, [...parts, ...(identity ? [identity] : [])]);
  };
  for (const to of childrenOf(childOf(stanza, "participants"), "to"))
    deliver(parseJid(to.attrs.jid), [...childrenOf(to, "enc"), ...forAll]);
  if (single.length > 0) deliver(parseJid(stanza.attrs.participant ?? stanza.attrs.to), single);
  if (forAll.length === 0) return;
  for (const member of sender.world.groups.get(`${target.user}@${target.server}`)?.members ?? [])
    for (const device of [0, ...member.companions.keys()]) {
      const address = member.address("pn", device);
      const isAsker = member === sender.account && device === sender.companion.id;
      if (!isAsker && !reached.has(address)) deliver(parseJid(address), forAll);
    }
}

function deliverTo(
  sender: Asker,
  stanza: BinaryNode,
  { account, device }: { account: Account; device: number },
  parts: BinaryNode[],
): void {
  const { companion, account: from } = sender;
  if (device === 0) {
    account.phone.work(() => read(sender, account, stanza, parts)).catch(complain);
    return;
  }
  const { id, to = "", type } = stanza.attrs;
  const isGroup = to.endsWith("@g.us") || to === STATUS;
  const addressing = to.endsWith("@lid") ? "lid" : "pn";
  const other = addressing === "lid" ? "pn" : "lid";
  const self = from.address(addressing, companion.id);
  const addresses = isGroup
    ? {
        from: to,
        participant: from.address("lid", companion.id),
        participant_pn: from.address("pn"),
        addressing_mode: "lid",
      }
    : { from: self, recipient: account === from ? to : undefined, [`sender_${other}`]: from.address(other) };
  account.companions.get(device)?.deliver(node("message", { id, type, t: epochSeconds(), ...addresses }, parts));
}

/** The phone reads what came, shows it, and tells the sender. */
async function read(sender: Asker, account: Account, stanza: BinaryNode, parts: BinaryNode[]): Promise<void> {
  const { world } = sender;
  const { id = "", to = "" } = stanza.attrs;
  const device = sender.account.address("pn", sender.companion.id);
  let message: proto.IMessage | undefined;
  try {
    requireVouched(sender, parts);
    for (const part of parts.filter(({ tag }) => tag === "enc")) {
      const opened = await unseal(account, device, to, part);
      if (opened.senderKeyDistributionMessage)
        await account.phone.learnGroupKey(device, opened.senderKeyDistributionMessage);
      message = { ...message, ...opened };
    }
  } catch {
    askAgain(sender, account, stanza);
    return;
  }
  if (!message) return;
  const isOwn = account === sender.account;
  const content = message.deviceSentMessage?.message ?? message;
  const isGroup = to.endsWith("@g.us") || to === STATUS;
  const destination = message.deviceSentMessage?.destinationJid ?? to;
  const chat = isGroup ? to : isOwn ? numberAt(world, destination) : sender.account.number;
  const seen = { id, chat, from: sender.account.number, fromDevice: sender.companion.id, status: null };
  show(world, account, seen, content);
  if (!isOwn) sendReceipts(sender, account, stanza);
}

async function unseal(account: Account, device: string, chat: string, part: BinaryNode): Promise<proto.Message> {
  const ciphertext = bytesOf(part);
  const { type } = part.attrs;
  if (type === "skmsg") return account.phone.unsealFromGroup(chat, device, ciphertext);
  if (type !== "pkmsg" && type !== "msg") throw new Error(`nobody encrypts as ${type}`);
  return account.phone.unseal(device, { type, ciphertext } satisfies Sealed);
}

/** Who writes for the first time has to show that the device belongs to its account. */
function requireVouched({ world, account, companion }: Asker, parts: BinaryNode[]): void {
  if (!parts.some(({ attrs }) => attrs.type === "pkmsg")) return;
  const shown = parts.find(({ tag }) => tag === "device-identity");
  if (!shown) throw new Error("a first message without device-identity");
  const identity = world.wa.proto.ADVSignedDeviceIdentity.decode(bytesOf(shown));
  if (!isVouchedFor(identity, companion.keys.identity, account.phone.identity.publicKey))
    throw new Error("a device that its account does not vouch for");
}

/** Delivered, then read, as this phone does; each as late and as often as its habits say. */
function sendReceipts({ companion }: Asker, account: Account, stanza: BinaryNode): void {
  const { reads, receiptDelayMs, receiptCopies } = account.phone.habits;
  const { id = "" } = stanza.attrs;
  const types = reads ? [undefined, "read"] : [undefined];
  const tell = () => {
    for (const type of types)
      for (let copy = 0; copy < receiptCopies; copy += 1)
        companion.deliver(node("receipt", { ...receiptAddresses(account, stanza), id, type, t: epochSeconds() }));
  };
  if (receiptDelayMs === 0) tell();
  else setTimeout(tell, receiptDelayMs).unref();
}

/** The phone cannot read it: the client shall encrypt it anew, with the keys that come along. */
function askAgain({ companion }: Asker, account: Account, stanza: BinaryNode): void {
  const { id = "" } = stanza.attrs;
  const { registrationId, identity, signedPreKey, preKeys } = account.phone.takeKeys();
  const keyNode = (tag: string, keyId: number, key: Buffer, more: BinaryNode[] = []) =>
    node(tag, {}, [node("id", {}, bigEndian(keyId, 3)), node("value", {}, key), ...more]);
  const addresses = receiptAddresses(account, stanza);
  companion.deliver(
    node("receipt", { ...addresses, id, type: "retry", t: epochSeconds() }, [
      node("retry", { count: "1", id, t: epochSeconds(), v: "1" }),
      node("registration", {}, bigEndian(registrationId, 4)),
      node("keys", {}, [
        node("type", {}, Buffer.from([5])),
        node("identity", {}, identity),
        ...[...preKeys].map(([keyId, key]) => keyNode("key", keyId, key)),
        keyNode("skey", signedPreKey.id, signedPreKey.key, [node("signature", {}, signedPreKey.signature)]),
      ]),
    ]),
  );
}

/** A receipt comes from where the message was sent to. */
function receiptAddresses(account: Account, { attrs: { to = "" } }: BinaryNode): Record<string, string> {
  if (to.endsWith("@g.us") || to === STATUS) return { from: to, participant: account.address("lid") };
  return { from: account.address(to.endsWith("@lid") ? "lid" : "pn") };
}

function numberAt(world: World, address: string): string {
  const target = parseJid(address);
  return (target && world.accounts.at(target)?.number) ?? address;
}

function hasWritten(person: Account, to: Account): boolean {
  return person.phone.inbox.after(0, to.number).some(({ from }) => from === person.number);
}

function isPerson({ server }: Jid): boolean {
  return server === "s.whatsapp.net" || server === "lid";
}

function complain(error: unknown): void {
  console.error("simulated phone:", error);
}
