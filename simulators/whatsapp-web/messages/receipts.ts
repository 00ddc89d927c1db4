/** A client's receipts: what it has got and read, and what it could not read. */
import type { Account } from "../accounts/account.ts";
import type { Companion } from "../accounts/companion.ts";
import type { Asker } from "../queries/asker.ts";
import type { BinaryNode } from "../wire/baileys.ts";
import { parseJid } from "../wire/jids.ts";
import { childOf, childrenOf, epochSeconds, node } from "../wire/nodes.ts";
import type { World } from "../world.ts";
import { sendAgain } from "./outgoing.ts";

const MOST_RETRIES = 5;

/** Takes a receipt in, and answers with the server's acknowledgement. */
export async function receiveReceipt({ world, account, companion }: Asker, receipt: BinaryNode): Promise<BinaryNode> {
  const { id = "", to, type, participant } = receipt.attrs;
  const device = deviceAt(world, participant ?? to);
  if (device) forward({ account, companion }, receipt, device);
  if (type === "retry") await retry(world, account, companion, receipt);
  else {
    companion.acknowledged(receipt);
    const author = parseJid(participant ?? to);
    const sender = author && world.accounts.at(author);
    const status = statusOf(type);
    const others = childrenOf(childOf(receipt, "list"), "item").map(({ attrs }) => attrs.id ?? "");
    if (sender && sender !== account && status)
      for (const one of [id, ...others]) sender.phone.inbox.advance(one, status);
  }
  return node("ack", { class: "receipt", id, from: to, type, participant });
}

/** The linked device that a message came from; undefined when it was a phone. */
function deviceAt(world: World, address: string | undefined): Companion | undefined {
  const target = parseJid(address);
  return target && world.accounts.at(target)?.companions.get(target.device);
}

function forward(
  { account, companion }: Pick<Asker, "account" | "companion">,
  { attrs, content }: BinaryNode,
  device: Companion,
): void {
  const { id, type, to = "", t, participant } = attrs;
  const self = account.address((participant ?? to).endsWith("@lid") ? "lid" : "pn", companion.id);
  const addresses = participant ? { from: to, participant: self } : { from: self };
  device.deliver(node("receipt", { id, type, t: t ?? epochSeconds(), ...addresses }, content));
}

function statusOf(type: string | undefined): "delivered" | "read" | undefined {
  if (type === undefined || type === "inactive") return "delivered";
  return type === "read" || type === "played" ? "read" : undefined;
}

async function retry(world: World, account: Account, companion: Companion, receipt: BinaryNode): Promise<void> {
  const { id = "", participant, to } = receipt.attrs;
  const outgoing = world.sent.get(id);
  const author = parseJid(participant ?? to);
  const count = childOf(receipt, "retry")?.attrs.count ?? "1";
  if (!outgoing || !author || world.accounts.at(author) !== outgoing.sender || Number(count) > MOST_RETRIES) return;
  const { phone } = outgoing.sender;
  phone.inbox.retried(id);
  const keys = world.wa.extractE2ESessionFromRetryReceipt(receipt);
  const device = account.address("pn", companion.id);
  if (keys)
    await phone.startSession(device, {
      registrationId: keys.registrationId,
      identity: Buffer.from(keys.identityKey),
      signedPreKey: {
        id: keys.signedPreKey.keyId,
        key: Buffer.from(keys.signedPreKey.publicKey),
        signature: Buffer.from(keys.signedPreKey.signature),
      },
      preKeys: new Map(keys.preKey ? [[keys.preKey.keyId, Buffer.from(keys.preKey.publicKey)]] : []),
    });
  await sendAgain(world, outgoing, account, companion, count);
}
