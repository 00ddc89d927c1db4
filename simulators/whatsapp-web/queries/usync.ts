import type { Account } from "../accounts/account.ts";
import type { BinaryNode } from "../wire/baileys.ts";
import { parseJid } from "../wire/jids.ts";
import { bytesOf, childOf, childrenOf, epochSeconds, errorOf, node, resultOf } from "../wire/nodes.ts";
import type { Asker } from "./asker.ts";

/** Who is on WhatsApp, with which devices and which LID: asked by number or by address. */
export function answerUsync(asker: Asker, iq: BinaryNode): BinaryNode {
  const usync = childOf(iq, "usync");
  const protocols = childrenOf(childOf(usync, "query")).map(({ tag }) => tag);
  if (!usync || protocols.length === 0) return errorOf(iq, 400, "bad-request");
  const users = childrenOf(childOf(usync, "list"), "user").flatMap((user) => answerUser(asker, user, protocols));
  return resultOf(iq, [
    node(
      "usync",
      { context: usync.attrs.context, mode: usync.attrs.mode, sid: usync.attrs.sid, index: "0", last: "true" },
      [
        node(
          "result",
          {},
          protocols.map((protocol) => node(protocol)),
        ),
        node("list", {}, users),
      ],
    ),
  ]);
}

function answerUser({ world }: Asker, user: BinaryNode, protocols: readonly string[]): BinaryNode[] {
  const number = bytesOf(childOf(user, "contact")).toString("utf8");
  const jid = parseJid(user.attrs.jid ?? `${number.replace(/\D/g, "")}@s.whatsapp.net`);
  const account = jid && world.accounts.at(jid);
  if (!account) return [];
  const asked = jid.server === "lid" ? "lid" : "pn";
  const answers = protocols.flatMap((protocol) => answerProtocol(protocol, account, asked, number));
  return [node("user", { jid: account.address(asked) }, answers)];
}

function answerProtocol(protocol: string, account: Account, asked: "pn" | "lid", number: string): BinaryNode[] {
  switch (protocol) {
    case "contact":
      return [node("contact", { type: account.isOnWhatsApp ? "in" : "out" }, Buffer.from(number))];
    case "devices":
      return account.isOnWhatsApp ? [devicesOf(account)] : [];
    case "lid":
      return account.isOnWhatsApp && asked === "pn" ? [node("lid", { val: account.address("lid") })] : [];
    default:
      return [];
  }
}

function devicesOf(account: Account): BinaryNode {
  const companions = [...account.companions.keys()].map((id) =>
    node("device", { id: String(id), "key-index": String(id) }),
  );
  return node("devices", {}, [
    node("device-list", {}, [node("device", { id: "0" }), ...companions]),
    node("key-index-list", { ts: epochSeconds() }),
  ]);
}
