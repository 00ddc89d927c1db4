import type { UploadedKeys } from "../accounts/companion.ts";
import type { BinaryNode } from "../wire/baileys.ts";
import { parseJid } from "../wire/jids.ts";
import { bigEndian, bytesOf, childOf, childrenOf, errorOf, node, numberIn, resultOf } from "../wire/nodes.ts";
import type { Asker } from "./asker.ts";

const KEY_TYPE = Buffer.from([5]);

/** The keys that devices upload for others, and get of others. */
export function answerEncrypt(asker: Asker, iq: BinaryNode): BinaryNode {
  const { keys } = asker.companion;
  if (childOf(iq, "count")) return resultOf(iq, [node("count", { value: String(keys.preKeys.size) })]);
  if (childOf(iq, "digest")) {
    if (keys.preKeys.size === 0) return errorOf(iq, 404, "item-not-found");
    return resultOf(iq, [digestOf(keys)]);
  }
  const rotated = childOf(childOf(iq, "rotate"), "skey");
  if (rotated) {
    keys.signedPreKey = signedPreKeyIn(rotated);
    return resultOf(iq);
  }
  if (iq.attrs.type === "set") return upload(keys, iq);
  const wanted = childrenOf(childOf(iq, "key"), "user").map(({ attrs }) => attrs.jid ?? "");
  return resultOf(iq, [
    node(
      "list",
      {},
      wanted.map((jid) => bundle(asker, jid)),
    ),
  ]);
}

function upload(keys: UploadedKeys, iq: BinaryNode): BinaryNode {
  const identity = bytesOf(childOf(iq, "identity"));
  const signed = childOf(iq, "skey");
  // The identity is what the phone has vouched for: another one is not this device's.
  if (!identity.equals(keys.identity) || !signed) return errorOf(iq, 406, "not-acceptable");
  keys.registrationId = numberIn(childOf(iq, "registration"));
  keys.signedPreKey = signedPreKeyIn(signed);
  for (const key of childrenOf(childOf(iq, "list"), "key"))
    keys.preKeys.set(numberIn(childOf(key, "id")), bytesOf(childOf(key, "value")));
  return resultOf(iq);
}

function signedPreKeyIn(skey: BinaryNode): UploadedKeys["signedPreKey"] {
  return {
    id: numberIn(childOf(skey, "id")),
    key: bytesOf(childOf(skey, "value")),
    signature: bytesOf(childOf(skey, "signature")),
  };
}

function digestOf(keys: UploadedKeys): BinaryNode {
  const ids = [...keys.preKeys.keys()].map((id) => node("id", {}, bigEndian(id, 3)));
  return node("digest", {}, [
    node("registration", {}, bigEndian(keys.registrationId, 4)),
    node("type", {}, KEY_TYPE),
    node("identity", {}, keys.identity),
    skeyOf(keys),
    node("list", {}, ids),
  ]);
}

/** What is needed to write to a device for the first time. One of its prekeys is used up by it. */
function bundle({ world }: Asker, address: string): BinaryNode {
  const jid = parseJid(address);
  const keys = jid && world.takeKeys(jid);
  if (!keys) return node("user", { jid: address }, [node("error", { code: "404", text: "item-not-found" })]);
  return node("user", { jid: address, t: String(Math.floor(Date.now() / 1000)) }, [
    node("registration", {}, bigEndian(keys.registrationId, 4)),
    node("type", {}, KEY_TYPE),
    node("identity", {}, keys.identity),
    skeyOf(keys),
    ...[...keys.preKeys].map(([id, key]) =>
      node("key", {}, [node("id", {}, bigEndian(id, 3)), node("value", {}, key)]),
    ),
  ]);
}

function skeyOf({ signedPreKey: { id, key, signature } }: UploadedKeys): BinaryNode {
  return node("skey", {}, [node("id", {}, bigEndian(id, 3)), node("value", {}, key), node("signature", {}, signature)]);
}
